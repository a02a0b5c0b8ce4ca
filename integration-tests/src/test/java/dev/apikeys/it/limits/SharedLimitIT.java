package dev.apikeys.it.limits;

import static dev.apikeys.it.limits.LimitedKeys.isAllowed;
import static dev.apikeys.it.limits.LimitedKeys.isLimited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The policies {@code client} and {@code realm}; their counts outlive a test, so that each has a realm of its own. */
class SharedLimitIT {

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

    @Nested
    class OfAClient {

        @Test
        void isSharedByAllItsKeys() {
            limitClient("3/hour");
            NewKey key = limited.create();
            NewKey personal =
                    new Keys(realm).create(Map.of("userId", realm.users().id("alice"), "limits", List.of()));
            limited.use(key, 2);

            Response third = limited.call(personal);
            isAllowed(third);
            Reported reported = Reported.onlyOneIn(third);
            assertThat(reported).isEqualTo(new Reported("client", 3, 0, reported.reset(), 3600));
            isLimited(limited.call(personal));
            isLimited(limited.call(key));
        }

        @Test
        void doesNotHoldForTheKeysOfAnother() {
            limitClient("1/hour");
            new KeyTokens(realm).createClient("another", "client-secret", Map.of("api-keys.client-limit", "1/hour"));
            NewKey key = limited.create();
            NewKey other = limited.createFor("another");
            limited.use(key, 1);
            isLimited(limited.call(key));

            limited.use(other, 1);
            isLimited(limited.call(other));
        }

        @Test
        void mayBeSeveral() {
            limitClient("2/minute, 10/hour");
            NewKey key = limited.create();
            limited.use(key, 2);

            isLimited(limited.call(key));

            Response look = limited.look(limited.create());
            assertThat(Reported.policies(look)).containsExactly("client", "client");
            assertThat(Reported.remaining(look)).containsExactly(0, 8);
        }
    }

    @Nested
    class OfARealm {

        @Test
        void isSharedByTheKeysOfAllItsClients() {
            limitRealm("3/hour");
            new KeyTokens(realm).createClient("another", "client-secret", Map.of());
            NewKey key = limited.create();
            NewKey other = limited.createFor("another");
            limited.use(key, 2);

            Response third = limited.call(other);
            isAllowed(third);
            Reported reported = Reported.onlyOneIn(third);
            assertThat(reported).isEqualTo(new Reported("realm", 3, 0, reported.reset(), 3600));
            isLimited(limited.call(other));
            isLimited(limited.call(key));
        }

        @Test
        void doesNotHoldForTheKeysOfAnother() {
            limitRealm("1/hour");
            NewKey key = limited.create();
            limited.use(key, 1);
            isLimited(limited.call(key));

            TestRealm other = TestRealm.fromDemo();
            other.whileImported(() -> {
                other.setAttribute("api-keys.realm-limit", "1/hour");
                LimitedKeys ofOther = new LimitedKeys(other);
                ofOther.use(ofOther.create(), 1);
            });
        }
    }

    private void limitClient(String limits) {
        realm.clients().setAttribute("shop-backend", "api-keys.client-limit", limits);
    }

    private void limitRealm(String limits) {
        realm.setAttribute("api-keys.realm-limit", limits);
    }
}
