package dev.apikeys.it.limits;

import static dev.apikeys.it.limits.LimitedKeys.isLimited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a change does to a count that has begun. */
class LimitChangeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final LimitedKeys limited = new LimitedKeys(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class OfTheLimitOfAKey {

        @Test
        void toALargerOneLeavesTheDifference() {
            NewKey key = limited.create("5/minute");
            limited.use(key, 5);
            isLimited(limited.call(key));

            limited.change(key, "8/minute");

            assertThat(limited.remaining(key)).containsExactly(3);
            limited.use(key, 3);
            isLimited(limited.call(key));
        }

        @Test
        void toASmallerOneLeavesNothingWhenMoreWasUsed() {
            NewKey key = limited.create("5/minute");
            limited.use(key, 4);

            limited.change(key, "3/minute");

            Response answer = limited.call(key);
            isLimited(answer);
            Reported reported = Reported.onlyOneIn(answer);
            assertThat(reported).isEqualTo(new Reported("key", 3, 0, reported.reset(), 60));
        }

        @Test
        void toASmallerOneLeavesWhatWasNotUsed() {
            NewKey key = limited.create("5/minute");
            limited.use(key, 1);

            limited.change(key, "3/minute");

            assertThat(limited.remaining(key)).containsExactly(2);
        }

        @Test
        void toALongerWindowKeepsWhatWasUsed() {
            NewKey key = limited.create("3/hour");
            limited.use(key, 3);

            limited.change(key, "3/2h");

            Response answer = limited.call(key);
            isLimited(answer);
            Reported reported = Reported.onlyOneIn(answer);
            assertThat(reported).isEqualTo(new Reported("key", 3, 0, reported.reset(), 7200));
        }

        @Test
        void toAShorterWindowKeepsWhatWasUsed() {
            NewKey key = limited.create("3/2h");
            limited.use(key, 2);

            limited.change(key, "3/hour");

            assertThat(limited.remaining(key)).containsExactly(1);
        }

        @Test
        void thatTakesOneOfTwoAwayForAWhileKeepsItsCount() {
            NewKey key = limited.create("10/minute", "3/hour");
            limited.use(key, 2);
            limited.change(key, "10/minute");
            limited.use(key, 1);

            limited.change(key, "10/minute", "3/hour");

            assertThat(limited.remaining(key)).containsExactly(7, 0);
            isLimited(limited.call(key));
        }

        @Test
        void toNoneLetsThroughAndBackRemembersTheCount() {
            NewKey key = limited.create("3/hour");
            limited.use(key, 3);
            isLimited(limited.call(key));

            limited.change(key);
            limited.use(key, 2);
            assertThat(Reported.in(limited.look(key))).isEmpty();

            limited.change(key, "3/hour");
            isLimited(limited.call(key));
            limited.change(key, "4/hour");
            assertThat(limited.remaining(key)).containsExactly(1);
        }
    }

    @Nested
    class OfASharedLimit {

        @Test
        void ofAClientHoldsFromTheNextCallOnAndKeepsTheCount() {
            new KeyTokens(realm).createClient("changing", "client-secret", Map.of());

            keepsTheCount(limited.createFor("changing"), limits -> realm.clients()
                    .setAttribute("changing", "api-keys.client-limit", limits));
        }

        @Test
        void ofTheRealmHoldsFromTheNextCallOnAndKeepsTheCount() {
            keepsTheCount(limited.create(), limits -> realm.setAttribute("api-keys.realm-limit", limits));
        }

        private void keepsTheCount(NewKey key, Consumer<String> change) {
            change.accept("3/hour");
            limited.use(key, 3);
            isLimited(limited.call(key));
            change.accept("5/hour");
            assertThat(limited.remaining(key)).containsExactly(2);
            change.accept("2/hour");
            isLimited(limited.call(key));
            change.accept("");
            limited.use(key, 2);
            change.accept("4/hour");
            assertThat(limited.remaining(key)).containsExactly(1);
            change.accept("");
        }
    }

    @Nested
    class OfTheKeyItself {

        private final NewKey key = limited.create("3/hour");

        @Test
        void toDisabledAndEnabledAgainKeepsTheCount() {
            limited.use(key, 2);

            keys.act(key, "disable");
            keys.act(key, "enable");

            assertThat(limited.remaining(key)).containsExactly(1);
        }

        @Test
        void toAnotherNameKeepsTheCount() {
            limited.use(key, 2);

            keys.change(key, Map.of("name", "another name"));

            assertThat(limited.remaining(key)).containsExactly(1);
        }

        @Test
        void toAnotherValueKeepsTheCount() {
            limited.use(key, 2);

            NewKey rotated = rotated(0);

            assertThat(limited.remaining(rotated)).containsExactly(1);
        }

        @Test
        void toAnotherValueLetsBothShareTheCountWhileTheyOverlap() {
            NewKey rotated = rotated(60);
            limited.use(key, 1);
            limited.use(rotated, 1);
            limited.use(key, 1);

            isLimited(limited.call(key));
            isLimited(limited.call(rotated));
        }

        private NewKey rotated(int overlap) {
            Response answer = realm.admin()
                    .body(Map.of("overlap", overlap))
                    .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"));
            answer.then().statusCode(200);
            return new NewKey(key.id(), answer.path("key"));
        }
    }
}
