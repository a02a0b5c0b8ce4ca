package dev.apikeys.it.limits;

import static dev.apikeys.it.limits.LimitedKeys.isLimited;
import static dev.apikeys.it.tokens.KeyTokens.isNotExchanged;
import static dev.apikeys.it.tokens.KeyTokens.isRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import dev.apikeys.it.tokens.Presentation;
import dev.apikeys.it.tokens.Way;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits where tokens are got with keys. */
class LimitedDoorsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String TOO_MANY = "Too many requests with this API key";
    private static final String UNKNOWN = "The API key is missing, malformed or unknown";

    private final Keys keys = new Keys(realm);
    private final LimitedKeys limited = new LimitedKeys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeysAndExchange() {
        Keys.allowMany(realm);
        new KeyTokens(realm).allowExchange("demo-api");
    }

    @Nested
    class ATokenRequest {

        @ParameterizedTest
        @EnumSource
        void countsOneCall(Way way) {
            NewKey key = limited.create("3/hour");

            isAnswered(way.answer(tokens, key.value()));
            assertThat(limited.remaining(key)).containsExactly(2);
        }

        @ParameterizedTest
        @EnumSource
        void countsOneCallWhereverItCarriesTheKey(Presentation presentation) {
            NewKey key = limited.create("3/hour");

            isAnswered(tokens.request(presentation, key.value()));
            assertThat(limited.remaining(key)).containsExactly(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "2"})
        void countsOneCallWhateverCostItNames(String cost) {
            NewKey key = limited.create("5/hour");
            Map<String, String> form = Map.of("cost", cost);

            isAnswered(tokens.request(Presentation.BASIC, "shop-backend", key.value(), form));
            isAnswered(tokens.exchange(key.value(), form));

            assertThat(limited.remaining(key)).containsExactly(3);
        }

        @ParameterizedTest
        @EnumSource
        void sharesTheCountWithEveryOtherDoor(Way way) {
            NewKey key = limited.create("3/hour");
            limited.use(key, 1);
            isAnswered(Way.EXCHANGE.answer(tokens, key.value()));
            isAnswered(Way.CLIENT_CREDENTIALS.answer(tokens, key.value()));

            isTooMany(way, key);
            isLimited(limited.call(key));
        }

        @ParameterizedTest
        @EnumSource
        void countsAgainstTheLimitOfTheClient(Way way) {
            String client = "limited-" + way;
            tokens.createClient(client, "client-secret", Map.of("api-keys.client-limit", "1/hour"));
            NewKey key = limited.createFor(client);

            isAnswered(
                    way == Way.EXCHANGE
                            ? tokens.exchange(key.value(), Map.of())
                            : tokens.request(Presentation.BASIC, client, key.value(), Map.of()));

            assertThat(limited.remaining(key)).containsExactly(0);
            isLimited(limited.call(key));
        }

        @Test
        void withAPersonalKeyCountsOneCall() {
            NewKey key = createPersonal();

            isAnswered(tokens.exchange(key.value(), Map.of()));
            assertThat(limited.remaining(key)).containsExactly(2);
        }
    }

    @Nested
    class ARefusedTokenRequest {

        @AfterEach
        void disclose() {
            realm.setAttribute("api-keys.disclose-reason", "true");
        }

        @ParameterizedTest
        @EnumSource
        void saysThatThereWereTooMany(Way way) {
            NewKey key = limited.create("1/hour");
            limited.use(key, 1);

            isTooMany(way, key);
        }

        @ParameterizedTest
        @EnumSource
        void saysNothingWhereTheRealmDoesNotDiscloseReasons(Way way) {
            NewKey key = limited.create("1/hour");
            limited.use(key, 1);
            realm.setAttribute("api-keys.disclose-reason", "false");

            isRefusedAsUnknown(way, key);
        }

        @ParameterizedTest
        @EnumSource
        void takesNothingFromAnyLimit(Way way) {
            NewKey key = limited.create("1/hour", "5/day");
            limited.use(key, 1);

            isTooMany(way, key);

            assertThat(limited.remaining(key)).containsExactly(0, 4);
        }

        @Test
        void takesNothingWhenAnotherClientPresentsTheKey() {
            NewKey key = limited.create("3/hour");

            tokens.request(Presentation.BASIC, "demo-api", key.value(), Map.of())
                    .then()
                    .statusCode(401);

            assertThat(limited.remaining(key)).containsExactly(3);
        }

        @Test
        void takesNothingWhenTheKeyIsPersonal() {
            NewKey key = createPersonal();
            isRefused(tokens.request(Presentation.BASIC, key.value()), "personal");

            assertThat(limited.remaining(key)).containsExactly(3);
        }

        @Test
        void takesNothingWhenTheRequesterIsNotInTheAudience() {
            tokens.allowExchange("other-api");
            NewKey key = limited.create("3/hour");
            isNotExchanged(tokens.exchange("other-api", "other-api-secret", key.value(), Map.of()));

            assertThat(limited.remaining(key)).containsExactly(3);
        }
    }

    private static void isAnswered(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private void isTooMany(Way way, NewKey key) {
        way.answer(tokens, key.value())
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, both(greaterThan(0)).and(lessThanOrEqualTo(86_400)))
                .body("error", equalTo("temporarily_unavailable"))
                .body("error_description", equalTo(TOO_MANY));
    }

    private void isRefusedAsUnknown(Way way, NewKey key) {
        Response answer = way.answer(tokens, key.value());
        switch (way) {
            case CLIENT_CREDENTIALS -> isRefused(answer, UNKNOWN);
            case EXCHANGE -> isNotExchanged(answer).body("error_description", equalTo(UNKNOWN));
        }
    }

    private NewKey createPersonal() {
        return keys.create(Map.of("userId", realm.users().id("alice"), "limits", List.of("3/hour")));
    }
}
