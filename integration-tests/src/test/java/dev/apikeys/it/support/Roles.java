package dev.apikeys.it.support;

import java.util.List;
import java.util.Map;

/** Realm roles of a test's realm: who has them, and which client scopes ask for them. */
public final class Roles {

    private static final String SERVICE_ACCOUNT = "service-account-";

    private final TestRealm realm;

    public Roles(TestRealm realm) {
        this.realm = realm;
    }

    /** Makes a realm role. */
    public void create(String role) {
        realm.admin()
                .body(Map.of("name", role))
                .post(realm.adminUrl("/roles"))
                .then()
                .statusCode(201);
    }

    /** Lets the composite role contain another. */
    public void contain(String composite, String role) {
        realm.admin()
                .body(List.of(representation(role)))
                .post(realm.adminUrl("/roles/" + composite + "/composites"))
                .then()
                .statusCode(204);
    }

    public void give(String username, String role) {
        realm.admin()
                .body(List.of(representation(role)))
                .post(mappings(username))
                .then()
                .statusCode(204);
    }

    public void take(String username, String role) {
        realm.admin()
                .body(List.of(representation(role)))
                .delete(mappings(username))
                .then()
                .statusCode(204);
    }

    /** Gives a role of a client, such as {@code realm-management}. */
    public void giveOfClient(String username, String clientId, String role) {
        String client = realm.clients().id(clientId);
        Map<String, Object> representation = realm.admin()
                .get(realm.adminUrl("/clients/" + client + "/roles/" + role))
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        realm.admin()
                .body(List.of(representation))
                .post(user(username) + "/role-mappings/clients/" + client)
                .then()
                .statusCode(204);
    }

    /** Makes the client scope one that only holders of the role get. */
    public void require(String scope, String role) {
        realm.admin()
                .body(List.of(representation(role)))
                .post(realm.clientScopes().member(scope) + "/scope-mappings/realm")
                .then()
                .statusCode(204);
    }

    private String mappings(String username) {
        return user(username) + "/role-mappings/realm";
    }

    /** Keycloak lists service accounts with their clients only. */
    private String user(String username) {
        if (!username.startsWith(SERVICE_ACCOUNT)) {
            return realm.users().member(username);
        }
        String id = realm.admin()
                .get(realm.clients().member(username.substring(SERVICE_ACCOUNT.length())) + "/service-account-user")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return realm.adminUrl("/users/" + id);
    }

    private Map<String, Object> representation(String role) {
        return realm.admin()
                .get(realm.adminUrl("/roles/" + role))
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }
}
