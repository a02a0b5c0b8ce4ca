package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 200: a key that is sent back as it was read stays as it is, whatever happened around it. */
class AdminUpdateReadBackIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final Set<String> CHANGES_WITH_EVERY_WRITE = Set.of("updatedAt", "version");

    private final AdminApi api = AdminApi.of(realm);

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    private Map<String, Object> read(String id) {
        return api.read(id).then().statusCode(200).extract().path("$");
    }

    private void assertAccepted(String id) {
        Map<String, Object> before = read(id);
        api.update(id, before).then().statusCode(200);
        Map<String, Object> after = read(id);
        after.keySet().removeAll(CHANGES_WITH_EVERY_WRITE);
        before.keySet().removeAll(CHANGES_WITH_EVERY_WRITE);
        assertThat(after).isEqualTo(before);
    }

    private String created(Map<String, Object> key) {
        return api.created(key).id();
    }

    @Nested
    class AKey {

        @Test
        void withEveryFieldIsAccepted() {
            Map<String, Object> key = NewKeys.named("Everything");
            key.put("description", "Every field");
            key.put("userId", realm.users().id("alice"));
            key.put("allowedIps", List.of("203.0.113.0/24", "2001:db8::7"));
            key.put("limits", List.of("60/minute"));
            key.put("metadata", Map.of("team", "billing"));
            key.put("expiresAt", "2999-01-31T00:00:00Z");
            String id = created(key);
            api.rotate(id, Map.of("overlap", 3600));
            assertThat(read(id)).containsKey("overlapUntil");
            assertAccepted(id);
        }

        @Test
        void withFullAccessIsAccepted() {
            assertAccepted(created(NewKeys.withFullAccess()));
        }

        @Test
        void thatIsDisabledIsAcceptedAndStaysDisabled() {
            String id = created(NewKeys.named("Disabled"));
            api.act(id, "disable");
            assertAccepted(id);
            api.read(id).then().body("status", equalTo("disabled"));
        }

        @Test
        void thatHasExpiredIsAcceptedAndStaysExpired() {
            String id = KeyStates.createExpired(api, NewKeys.named("Expired")).id();
            assertAccepted(id);
            api.read(id).then().body("status", equalTo("expired"));
        }
    }

    @Nested
    class AKeyWhoseScopes {

        @Test
        void wereTakenFromTheClientIsAccepted() {
            KeyClients.create(realm, "narrowed");
            String scope = realm.clientScopes().id("calls:write");
            Map<String, Object> key = NewKeys.with("scopes", List.of("calls:read", "calls:write"));
            key.put("clientId", "narrowed");
            String id = created(key);
            realm.admin()
                    .delete(realm.clients().member("narrowed") + "/optional-client-scopes/" + scope)
                    .then()
                    .statusCode(204);
            api.read(id).then().body("effectiveScopes", equalTo(List.of("calls:read")));
            assertAccepted(id);
        }

        @Test
        void nowLackEveryScopeIsAcceptedAndCanBeRenamed() {
            realm.clientScopes().create(Map.of("name", "short:lived", "protocol", "openid-connect"));
            realm.admin()
                    .put(realm.clients().member("shop-backend") + "/optional-client-scopes/"
                            + realm.clientScopes().id("short:lived"))
                    .then()
                    .statusCode(204);
            String id = created(NewKeys.with("scopes", List.of("short:lived")));
            realm.clientScopes().delete("short:lived");
            api.read(id).then().body("scopes", empty());
            assertAccepted(id);
            api.update(id, Map.of("name", "Renamed")).then().statusCode(200).body("name", equalTo("Renamed"));
        }

        @Test
        void areAGroupThatIncludesItselfByNowIsAccepted() {
            ScopeGroups.create(realm, "once-good", "calls:read");
            Map<String, Object> key = NewKeys.without("scopes");
            key.put("scopeGroups", List.of("once-good"));
            String id = created(key);
            ScopeGroups.setIncludes(realm, "once-good", "calls:read once-good");
            api.read(id).then().body("effectiveScopes", empty());
            assertAccepted(id);
        }

        @Test
        void wereRenamedIsAcceptedUnderTheNewName() {
            realm.clientScopes().create(Map.of("name", "old:name", "protocol", "openid-connect"));
            realm.admin()
                    .put(realm.clients().member("shop-backend") + "/optional-client-scopes/"
                            + realm.clientScopes().id("old:name"))
                    .then()
                    .statusCode(204);
            String id = created(NewKeys.with("scopes", List.of("old:name")));
            realm.clientScopes().update("old:name", scope -> scope.put("name", "new:name"));
            api.read(id).then().body("scopes", equalTo(List.of("new:name")));
            assertAccepted(id);
        }
    }

    @Nested
    class AKeyThatALaterPolicyWouldRefuse {

        @Test
        void isAcceptedAndCanBeRenamed() {
            String id = created(NewKeys.named("From before"));
            api.changeSettings(Map.of("requireIp", true, "requireExpiry", true, "maxLifetime", 60))
                    .then()
                    .statusCode(200);
            try {
                assertAccepted(id);
                api.update(id, Map.of("name", "Renamed")).then().statusCode(200);
            } finally {
                api.changeSettings("{\"requireIp\":null,\"requireExpiry\":null,\"maxLifetime\":null}")
                        .then()
                        .statusCode(200);
            }
        }
    }
}
