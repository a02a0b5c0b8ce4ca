package dev.apikeys.it.limits;

import static dev.apikeys.it.limits.LimitedKeys.isLimited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several policies at once; the counts of client and realm outlive a test, so that each has a realm of its own. */
class AllPoliciesIT {

    private final TestRealm realm = TestRealm.fromDemo();
    private final LimitedKeys limited = new LimitedKeys(realm);
    private AutoCloseable imported = () -> {};

    @BeforeEach
    void importRealm() {
        imported = realm.importFile();
    }

    @AfterEach
    void removeRealm() throws Exception {
        imported.close();
    }

    @Test
    void areReportedInTheOrderKeyClientRealm() {
        limitClient("100/hour");
        limitRealm("1000/hour,5000/day");
        NewKey key = limited.create("9/minute", "50/hour");

        assertThat(Reported.in(limited.look(key)))
                .containsExactly(
                        new Reported("key", 9, 9, 60, 60),
                        new Reported("key", 50, 50, 3600, 3600),
                        new Reported("client", 100, 100, 3600, 3600),
                        new Reported("realm", 1000, 1000, 3600, 3600),
                        new Reported("realm", 5000, 5000, 86400, 86400));
    }

    @Test
    void eachTakeTheCostOfACall() {
        limitClient("100/hour");
        limitRealm("1000/hour");
        NewKey key = limited.create("10/hour");

        assertThat(Reported.remaining(limited.call(key, 4))).containsExactly(6, 96, 996);
    }

    @Test
    void noneTakesAnythingOfACallThatTheKeyRefuses() {
        limitClient("100/hour");
        limitRealm("1000/hour");
        NewKey key = limited.create("1/hour");
        limited.use(key, 1);

        isRefusedBy("key", key, 1, List.of(0, 99, 999));
    }

    @Test
    void noneTakesAnythingOfACallThatTheClientRefuses() {
        limitClient("1/hour");
        limitRealm("1000/hour");
        NewKey key = limited.create("10/minute", "20/hour");
        limited.use(key, 1);

        isRefusedBy("client", key, 1, List.of(9, 19, 0, 999));
    }

    @Test
    void noneTakesAnythingOfACallThatTheRealmRefuses() {
        limitClient("100/hour");
        limitRealm("1/hour");
        NewKey key = limited.create("10/minute", "20/hour");
        limited.use(key, 1);

        isRefusedBy("realm", key, 1, List.of(9, 19, 99, 0));
    }

    @Test
    void noneTakesAnythingOfACostThatOnlyTheLastCannotBear() {
        limitClient("100/hour");
        limitRealm("200/minute,5/hour");
        NewKey key = limited.create("10/hour");

        isRefusedBy("realm", key, 6, List.of(10, 100, 200, 5));
    }

    @Test
    void aRefusedCallBeginsNoWindowOfTheOthers() {
        limitClient("1/hour");
        limited.use(limited.create(), 1);
        NewKey key = limited.create("10/hour");

        isLimited(limited.call(key));

        assertThat(Reported.in(limited.look(key)).get(0)).isEqualTo(new Reported("key", 10, 10, 3600, 3600));
    }

    /** Three refusals, which name the policy that refused and may name those before it, leave everything as it was. */
    private void isRefusedBy(String policy, NewKey key, int cost, List<Integer> remaining) {
        List<String> all = Reported.policies(limited.look(key));
        for (int call = 0; call < 3; call++) {
            Response refused = limited.call(key, cost);
            isLimited(refused);
            assertThat(Reported.policies(refused)).isSubsetOf(all.subList(0, all.lastIndexOf(policy) + 1));
            assertThat(Reported.policies(refused)).endsWith(policy);
        }
        assertThat(limited.remaining(key)).isEqualTo(remaining);
    }

    private void limitClient(String limits) {
        realm.clients().setAttribute("shop-backend", "api-keys.client-limit", limits);
    }

    private void limitRealm(String limits) {
        realm.setAttribute("api-keys.realm-limit", limits);
    }
}
