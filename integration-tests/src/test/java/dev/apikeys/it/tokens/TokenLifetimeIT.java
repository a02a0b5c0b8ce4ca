package dev.apikeys.it.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token never outlives the key it was made from. */
class TokenLifetimeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final Duration LIFESPAN_OF_THE_REALM = Duration.ofMinutes(5);

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeysAndExchange() {
        Keys.allowMany(realm);
        new KeyTokens(realm).allowExchange("demo-api");
    }

    @Nested
    class TheExpiry {

        @ParameterizedTest
        @EnumSource
        void isThatOfTheKeyWhenTheKeyEndsEarlierThanTokensDo(Way way) {
            Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 60);
            NewKey key = keys.create(Map.of("expiresAt", end.toString()));

            Response answer = way.answer(tokens, key.value());

            assertThat(KeyTokens.claims(answer.path("access_token")).getLong("exp"))
                    .isEqualTo(end.getEpochSecond());
            assertThat(answer.<Integer>path("expires_in")).isBetween(1, 60);
        }

        @ParameterizedTest
        @EnumSource
        void isThatOfTheRealmWhenTheKeyEndsLaterOrNever(Way way) {
            Instant end = Instant.now().plus(Duration.ofDays(1));
            for (NewKey key : new NewKey[] {keys.create(), keys.create(Map.of("expiresAt", end.toString()))}) {
                Response answer = way.answer(tokens, key.value());

                long issuedAt = KeyTokens.claims(answer.path("access_token")).getLong("iat");
                assertThat(KeyTokens.claims(answer.path("access_token")).getLong("exp"))
                        .isEqualTo(issuedAt + LIFESPAN_OF_THE_REALM.toSeconds());
            }
        }

        @ParameterizedTest
        @EnumSource
        void isTheEndOfTheOverlapForAValueThatWasReplaced(Way way) {
            NewKey key = keys.create();
            Instant before = Instant.now();
            realm.admin()
                    .body(Map.of("overlap", 100))
                    .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                    .then()
                    .statusCode(200);

            long expiry = KeyTokens.claims(way.token(tokens, key)).getLong("exp");

            assertThat(expiry)
                    .isBetween(
                            before.plusSeconds(99).getEpochSecond(),
                            Instant.now().plusSeconds(100).getEpochSecond());
        }

        @ParameterizedTest
        @EnumSource
        void isKeptByIntrospection(Way way) {
            NewKey key =
                    keys.create(Map.of("expiresAt", Instant.now().plusSeconds(4).toString()));
            String token = way.token(tokens, key);
            tokens.introspect(token).then().body("active", equalTo(true)).body("exp", greaterThan(0));

            Eventually.get(() -> tokens.introspect(token), answer -> !answer.<Boolean>path("active"));
        }
    }
}
