package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fine-grained admin permissions: what a delegated administrator may do with the keys of single clients. */
class AdminFineGrainedPermissionIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final AdminApi master = AdminApi.of(realm);

    private static CreatedKey managed = new CreatedKey("", "");
    private static CreatedKey viewed = managed;
    private static CreatedKey hidden = managed;

    private final AdminApi delegate = master.asUser("query-only");

    /** The delegate may manage one client, view another, and nothing about a third. */
    @BeforeAll
    static void delegateTwoClients() {
        realm.admin()
                .body(Map.of("adminPermissionsEnabled", true))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        managed = keyOfNewClient("managed");
        viewed = keyOfNewClient("viewed");
        hidden = keyOfNewClient("hidden");
        String policy = authorization(
                "/policy/user",
                Map.of("name", "the delegate", "users", List.of(realm.users().id("query-only"))));
        permit(policy, "managed", List.of("view", "manage"));
        permit(policy, "viewed", List.of("view"));
    }

    private static CreatedKey keyOfNewClient(String clientId) {
        KeyClients.create(realm, clientId);
        Map<String, Object> key = NewKeys.named("Key of " + clientId);
        key.put("clientId", clientId);
        return master.created(key);
    }

    private static void permit(String policy, String clientId, List<String> scopes) {
        authorization(
                "/permission/scope",
                Map.of(
                        "name",
                        "delegate " + clientId,
                        "resourceType",
                        "Clients",
                        "resources",
                        List.of(realm.clients().id(clientId)),
                        "scopes",
                        scopes,
                        "policies",
                        List.of(policy)));
    }

    private static String authorization(String path, Map<String, ?> body) {
        return realm.admin()
                .body(body)
                .post(realm.clients().member("admin-permissions") + "/authz/resource-server" + path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Nested
    class AList {

        @Test
        void hasTheKeysOfTheClientsThatTheDelegateMayView() {
            delegate.list(Map.of("sort", "name"))
                    .then()
                    .statusCode(200)
                    .body("clientId", equalTo(List.of("managed", "viewed")));
            assertThat(delegate.count(Map.of()).asString()).isEqualTo("2");
            assertThat(master.count(Map.of()).asString()).isEqualTo("3");
        }

        @Test
        void isCutIntoPagesAfterThat() {
            delegate.list(Map.of("sort", "name", "first", 1, "max", 1))
                    .then()
                    .body("clientId", equalTo(List.of("viewed")));
        }

        @Test
        void doesNotTellOfOtherClientsByAFilter() {
            assertThat(delegate.count(Map.of("clientId", "hidden")).asString()).isEqualTo("0");
            assertThat(delegate.count(Map.of("search", hidden.id())).asString()).isEqualTo("0");
        }
    }

    @Nested
    class AManagedClient {

        @Test
        void hasKeysThatTheDelegateMayReadChangeAndMake() {
            delegate.read(managed.id()).then().statusCode(200);
            delegate.update(managed.id(), Map.of("description", "x")).then().statusCode(200);
            Map<String, Object> key = NewKeys.named("New");
            key.put("clientId", "managed");
            CreatedKey created = delegate.created(key);
            delegate.act(created.id(), "rotate").then().statusCode(200);
            delegate.delete(created.id()).then().statusCode(204);
        }
    }

    @Nested
    class AViewedClient {

        @Test
        void hasKeysThatTheDelegateMayOnlyRead() {
            delegate.read(viewed.id()).then().statusCode(200);
            delegate.scopes(Map.of("clientId", "viewed")).then().statusCode(200);
            delegate.update(viewed.id(), Map.of("description", "x")).then().statusCode(403);
            delegate.act(viewed.id(), "revoke").then().statusCode(403);
            delegate.delete(viewed.id()).then().statusCode(403);
            master.read(viewed.id()).then().body("version", equalTo(0));
        }
    }

    @Nested
    class AnyOtherClient {

        @Test
        void hasKeysThatTheDelegateMayNotSee() {
            delegate.read(hidden.id()).then().statusCode(403);
            delegate.act(hidden.id(), "disable").then().statusCode(403);
            delegate.scopes(Map.of("clientId", "hidden")).then().statusCode(403);
            Map<String, Object> key = NewKeys.named("New");
            key.put("clientId", "hidden");
            delegate.create(key).then().statusCode(403);
            assertThat(master.count(Map.of("clientId", "hidden")).asString()).isEqualTo("1");
        }
    }
}
