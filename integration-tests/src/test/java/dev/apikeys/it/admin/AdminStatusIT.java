package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Switching a key on and off, ending it for good, and deleting it. */
class AdminStatusIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);
    private final CreatedKey key = api.created(NewKeys.named("Switched"));

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    private void assertRefusedBy(String reason) {
        api.introspect(key.value()).then().body("active", equalTo(false)).body("error", equalTo(reason));
    }

    private void assertGood() {
        api.introspect(key.value()).then().body("active", equalTo(true));
    }

    @Nested
    class ADisabledKey {

        @Test
        void isRefusedAtOnceAndGoodAgainWhenItIsEnabled() {
            assertGood();
            api.act(key.id(), "disable")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("disabled"))
                    .body("enabled", equalTo(false));
            assertRefusedBy("key_disabled");
            api.act(key.id(), "enable")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("active"))
                    .body("enabled", equalTo(true));
            assertGood();
        }

        @Test
        void canBeDisabledOnceMore() {
            api.act(key.id(), "disable").then().statusCode(200);
            api.act(key.id(), "disable").then().statusCode(200).body("status", equalTo("disabled"));
        }
    }

    @Nested
    class AnExpiredKey {

        private final CreatedKey expired = KeyStates.createExpired(api, NewKeys.named("Expired"));

        @Test
        void staysExpiredWhenItIsSwitchedAndIsGoodAgainWithALaterExpiry() {
            api.introspect(expired.value()).then().body("error", equalTo("key_expired"));
            api.act(expired.id(), "disable").then().statusCode(200).body("status", equalTo("expired"));
            api.act(expired.id(), "enable").then().statusCode(200).body("status", equalTo("expired"));
            api.update(expired.id(), Map.of("expiresAt", "2999-01-31T00:00:00Z"))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("active"));
            api.introspect(expired.value()).then().body("active", equalTo(true));
        }

        @Test
        void cannotBeRotated() {
            api.act(expired.id(), "rotate")
                    .then()
                    .statusCode(409)
                    .body("errorMessage", containsString("is expired and cannot be rotated"));
        }
    }

    @Nested
    class ARevokedKey {

        private final Response answer = api.asUser("key-admin").act(key.id(), "revoke");

        @Test
        void isRefusedAtOnceAndSaysWhenAndByWhom() {
            answer.then()
                    .statusCode(200)
                    .body("status", equalTo("revoked"))
                    .body("revokedAt", equalTo(answer.path("updatedAt")));
            assertThat(answer.<String>path("revokedBy")).isEqualTo(realm.users().id("key-admin"));
            assertRefusedBy("key_revoked");
        }

        @Test
        void cannotBeUsedInAnyWayAgain() {
            List<Response> answers = List.of(
                    api.act(key.id(), "enable"),
                    api.act(key.id(), "disable"),
                    api.act(key.id(), "rotate"),
                    api.rotate(key.id(), Map.of("overlap", 60)),
                    api.update(key.id(), Map.of("enabled", true)),
                    api.update(key.id(), Map.of("name", "Renamed")),
                    api.update(key.id(), api.read(key.id()).path("$")));
            assertThat(answers).allSatisfy(refused -> {
                assertThat(refused.statusCode()).isEqualTo(409);
                assertThat(refused.<String>path("errorMessage")).contains("revoked");
            });
            assertRefusedBy("key_revoked");
        }

        @Test
        void isAsItWasWhenItIsRevokedOnceMore() {
            Map<String, Object> before = answer.path("$");
            api.act(key.id(), "revoke").then().statusCode(200);
            assertThat(api.read(key.id()).<Map<String, Object>>path("$")).isEqualTo(before);
        }

        @Test
        void isKeptUntilItIsDeleted() {
            api.read(key.id()).then().statusCode(200);
            api.delete(key.id()).then().statusCode(204);
            api.read(key.id()).then().statusCode(404);
        }
    }

    @Nested
    class AKeyThatWasNeverRevoked {

        @Test
        void doesNotSaySo() {
            api.read(key.id()).then().body("$", not(hasKey("revokedAt"))).body("$", not(hasKey("revokedBy")));
        }
    }

    @Nested
    class ADeletedKey {

        @Test
        void isUnknownAtOnce() {
            assertGood();
            api.delete(key.id()).then().statusCode(204);
            api.read(key.id()).then().statusCode(404);
            api.delete(key.id()).then().statusCode(404);
            assertThat(api.introspect(key.value()).<Map<String, Object>>path("$"))
                    .isEqualTo(Map.of("active", false));
            assertThat(api.count(Map.of("search", key.id())).asString()).isEqualTo("0");
        }
    }
}
