package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every filter narrows list and count alike, and filters narrow together. */
class AdminListFilterIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static Instant start = Instant.EPOCH;

    private final AdminApi api = AdminApi.of(realm);

    /** Four states of the first client's keys, a personal key, and a key of another client. */
    @BeforeAll
    static void createKeys() {
        start = Instant.now();
        AdminApi api = AdminApi.of(realm);
        KeyClients.create(realm, "other-shop");
        CreatedKey expired = KeyStates.createExpiring(api, NewKeys.named("expired"));
        api.created(NewKeys.named("active"));
        api.act(api.created(NewKeys.named("disabled")).id(), "disable");
        api.act(api.created(expiring("revoked", 1)).id(), "revoke");
        Map<String, Object> personal = expiring("personal", 30);
        personal.put("userId", realm.users().id("alice"));
        api.created(personal);
        Map<String, Object> other = expiring("other", 10);
        other.put("clientId", "other-shop");
        other.put("environment", "test");
        api.created(other);
        KeyStates.awaitExpiry(api, expired);
    }

    private static Map<String, Object> expiring(String name, int days) {
        Map<String, Object> key = NewKeys.named(name);
        key.put("expiresAt", inDays(days));
        return key;
    }

    private static String inDays(int days) {
        return start.plus(Duration.ofDays(days)).toString();
    }

    private void assertFound(Map<String, ?> query, String... names) {
        Map<String, Object> byName = new HashMap<>(query);
        byName.put("sort", "name");
        List<String> found = api.list(byName).then().statusCode(200).extract().path("name");
        assertThat(found).containsExactly(names);
        assertThat(api.count(query).then().statusCode(200).extract().asString())
                .isEqualTo(String.valueOf(names.length));
    }

    @Nested
    class WithoutAFilter {

        @Test
        void everyKeyOfTheRealmIsFound() {
            assertFound(Map.of(), "active", "disabled", "expired", "other", "personal", "revoked");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "clientId",
                    "userId",
                    "status",
                    "environment",
                    "search",
                    "expiringBefore",
                    "neverExpires",
                    "unusedSince"
                })
        void anEmptyOneDoesNotNarrow(String filter) {
            assertFound(Map.of(filter, " "), "active", "disabled", "expired", "other", "personal", "revoked");
        }
    }

    @Nested
    class ByClient {

        @Test
        void keysOfThisClientAreFound() {
            assertFound(Map.of("clientId", "other-shop"), "other");
            assertFound(Map.of("clientId", "shop-backend"), "active", "disabled", "expired", "personal", "revoked");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nobody", "shop", "%", "demo-api", "' or '1'='1"})
        void nothingIsFoundForAClientWithoutKeys(String clientId) {
            assertFound(Map.of("clientId", clientId));
        }
    }

    @Nested
    class ByUser {

        @Test
        void personalKeysOfThisUserAreFound() {
            assertFound(Map.of("userId", realm.users().id("alice")), "personal");
            assertFound(Map.of("userId", realm.users().id("key-admin")));
            assertFound(Map.of("userId", "alice"));
        }
    }

    @Nested
    class ByStatus {

        @Test
        void keysOfThisStatusNowAreFound() {
            assertFound(Map.of("status", "active"), "active", "other", "personal");
            assertFound(Map.of("status", "disabled"), "disabled");
            assertFound(Map.of("status", "expired"), "expired");
            assertFound(Map.of("status", "revoked"), "revoked");
        }
    }

    @Nested
    class ByEnvironment {

        @Test
        void keysOfThisEnvironmentAreFound() {
            assertFound(Map.of("environment", "test"), "other");
            assertFound(Map.of("environment", "live"), "active", "disabled", "expired", "personal", "revoked");
            assertFound(Map.of("environment", "staging"));
        }
    }

    @Nested
    class ByExpiry {

        @Test
        void keysThatAreStillGoodAndEndBeforeTheInstantAreFound() {
            assertFound(Map.of("expiringBefore", inDays(20)), "other");
            assertFound(Map.of("expiringBefore", inDays(40)), "other", "personal");
            assertFound(Map.of("expiringBefore", start.toString()));
        }

        @Test
        void theInstantItselfIsNotBefore() {
            assertFound(Map.of("expiringBefore", inDays(10)));
        }
    }

    @Nested
    class ByTheLackOfAnExpiry {

        @Test
        void keysThatNeverExpireAreFound() {
            assertFound(Map.of("neverExpires", "true"), "active", "disabled");
            assertFound(Map.of("neverExpires", "true", "status", "revoked"));
        }

        @Test
        void everyKeyIsFoundWhenItDoesNotMatter() {
            assertFound(
                    Map.of("neverExpires", "false"), "active", "disabled", "expired", "other", "personal", "revoked");
        }

        @Test
        void anythingButTrueAndFalseIsRefused() {
            api.list(Map.of("neverExpires", "maybe")).then().statusCode(400).body("field", equalTo("neverExpires"));
        }
    }

    @Nested
    class ByUse {

        @Test
        void keysThatWereNeverUsedCountFromTheirCreation() {
            String personal = api.list(Map.of("search", "personal")).path("[0].createdAt");
            assertFound(Map.of("unusedSince", personal), "active", "disabled", "expired", "revoked");
            assertFound(Map.of("unusedSince", start.minusSeconds(3600).toString()));
            assertFound(
                    Map.of("unusedSince", inDays(1)), "active", "disabled", "expired", "other", "personal", "revoked");
        }
    }

    @Nested
    class ByEverythingAtOnce {

        @ParameterizedTest
        @CsvSource({"active,other", "disabled,", "expired,", "revoked,"})
        void onlyWhatPassesAllFiltersIsFound(String status, String name) {
            Map<String, String> query = Map.of(
                    "clientId",
                    "other-shop",
                    "status",
                    status,
                    "environment",
                    "test",
                    "search",
                    "oth",
                    "expiringBefore",
                    inDays(20),
                    "unusedSince",
                    inDays(1));
            assertFound(query, name == null ? new String[0] : new String[] {name});
        }
    }
}
