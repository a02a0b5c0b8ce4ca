package dev.apikeys.it.support;

import java.util.List;
import java.util.Map;

/** Keycloak's fine-grained permissions (version 2) on clients, in a realm that has them switched on. */
public final class FineGrained {

    private final TestRealm realm;

    public FineGrained(TestRealm realm) {
        this.realm = realm;
    }

    /** Makes a policy that these users fulfil; returns its id. */
    public String policy(String name, List<String> usernames) {
        List<String> ids = usernames.stream().map(realm.users()::id).toList();
        return post("/policy/user", Map.of("name", name, "users", ids));
    }

    /** Lets whoever fulfils the policy do that with the client. */
    public void permit(String name, String policy, String clientId, List<String> scopes) {
        post(
                "/permission/scope",
                Map.of(
                        "name",
                        name,
                        "resourceType",
                        "Clients",
                        "resources",
                        List.of(realm.clients().id(clientId)),
                        "scopes",
                        scopes,
                        "policies",
                        List.of(policy)));
    }

    private String post(String path, Map<String, ?> body) {
        return realm.admin()
                .body(body)
                .post(realm.clients().member("admin-permissions") + "/authz/resource-server" + path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
