package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 201: what a new key is like. */
class AdminCreateIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    @Nested
    class TheAnswer {

        private final Response answer = api.create(NewKeys.named("Nightly export"));
        private final CreatedKey key = CreatedKey.of(answer);

        @Test
        void is201WithTheAddressOfTheKey() {
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo(realm.adminUrl("/api-keys/" + key.id()));
            realm.admin().get(answer.header("Location")).then().statusCode(200).body("id", equalTo(key.id()));
        }

        @Test
        void isNotCached() {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }

        @Test
        void hasAValueOfTheDocumentedShape() {
            assertThat(key.value()).matches("sk_live_[0-9A-Za-z]{32}[0-9A-Za-z]{6}");
        }

        @Test
        void isTheKeyAsItIsReadLaterAndTheValue() {
            Map<String, Object> created = answer.path("$");
            created.remove("key");
            assertThat(api.read(key.id()).<Map<String, Object>>path("$")).isEqualTo(created);
        }

        @Test
        void describesAClientKey() {
            answer.then()
                    .body("name", equalTo("Nightly export"))
                    .body("clientId", equalTo("shop-backend"))
                    .body("username", equalTo("service-account-shop-backend"))
                    .body("ownerType", equalTo("service_account"))
                    .body("status", equalTo("active"))
                    .body("enabled", equalTo(true))
                    .body("createdAt", equalTo(answer.path("updatedAt")));
        }

        @Test
        void leavesOutWhatTheKeyDoesNotHave() {
            assertThat(answer.<Map<String, Object>>path("$"))
                    .doesNotContainKeys(
                            "description", "userId", "limits", "expiresAt", "revokedAt", "revokedBy", "overlapUntil");
        }

        @Test
        void showsHowPeopleRecogniseTheKey() {
            String value = key.value();
            assertThat(answer.<String>path("display"))
                    .isEqualTo(value.substring(0, 14) + "…" + value.substring(value.length() - 4));
        }
    }

    @Nested
    class TheValue {

        private final CreatedKey key = api.created(NewKeys.named("Secret"));

        @Test
        void isNeverShownAgain() {
            List<Response> later = List.of(
                    api.read(key.id()),
                    api.list(Map.of()),
                    api.update(key.id(), Map.of("description", "changed")),
                    api.act(key.id(), "disable"),
                    api.act(key.id(), "enable"),
                    api.act(key.id(), "revoke"));
            assertThat(later).allSatisfy(answer -> assertThat(answer.asString())
                    .contains(key.id())
                    .doesNotContain(key.value(), key.value().substring(14, 40), "\"key\""));
        }

        @Test
        void isActiveAtOnceForTheResourceServer() {
            api.introspect(key.value()).then().body("active", equalTo(true));
        }

        @Test
        void isAnotherOneForEveryKey() {
            assertThat(api.created(NewKeys.named("Secret")).value()).isNotEqualTo(key.value());
        }
    }

    @Nested
    class TheEnvironment {

        @ParameterizedTest
        @CsvSource({"live,sk_live_", "test,sk_test_"})
        void decidesThePrefix(String environment, String prefix) {
            Response answer = api.create(NewKeys.with("environment", environment));
            answer.then().body("environment", equalTo(environment));
            assertThat(CreatedKey.of(answer).value()).startsWith(prefix);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = " ")
        void isThatOfTheFirstPrefixWhenItIsNotNamed(String environment) {
            Response answer = api.create(NewKeys.with("environment", environment));
            answer.then().body("environment", equalTo("live"));
        }

        @Test
        void isAbsentWhenTheFirstPrefixNamesNone() {
            realm.setAttribute("api-keys.prefixes", "cs_key_,sk_test_=test");
            try {
                Response answer = api.create(NewKeys.named("No environment"));
                answer.then().body("$", not(hasKey("environment"))).body("key", containsString("cs_key_"));
                api.introspect(CreatedKey.of(answer).value()).then().body("active", equalTo(true));
            } finally {
                realm.setAttribute("api-keys.prefixes", "sk_live_=live,sk_test_=test");
            }
        }
    }

    @Nested
    class TheExpiry {

        @ParameterizedTest
        @CsvSource({
            "2999-01-31T00:00:00Z,2999-01-31T00:00:00Z",
            "2999-01-31T00:00:00.123456789Z,2999-01-31T00:00:00.123Z",
            "2999-01-31T01:30:00+01:30,2999-01-31T00:00:00Z",
            "9999-12-31T23:59:59Z,9999-12-31T23:59:59Z"
        })
        void isKeptInMillisecondsAndUtc(String written, String kept) {
            String id = api.created(NewKeys.with("expiresAt", written)).id();
            assertThat(Instant.parse(api.read(id).path("expiresAt"))).isEqualTo(Instant.parse(kept));
        }

        @Test
        void isAbsentForAKeyThatNeverExpires() {
            api.create(NewKeys.with("expiresAt", null)).then().body("$", not(hasKey("expiresAt")));
        }
    }
}
