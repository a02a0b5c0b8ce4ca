package dev.apikeys.it.account;

import dev.apikeys.it.support.TestRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An organization of a test's realm. */
public record Organization(TestRealm realm, String id, String alias) {

    /** Switches organizations on in the realm and makes one. */
    public static Organization create(TestRealm realm, String alias) {
        enableAll(realm, true);
        String location = realm.admin()
                .body(Map.of("name", alias, "alias", alias, "domains", List.of(Map.of("name", alias + ".example.org"))))
                .post(realm.adminUrl("/organizations"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return new Organization(realm, location.substring(location.lastIndexOf('/') + 1), alias);
    }

    static void enableAll(TestRealm realm, boolean enabled) {
        realm.admin()
                .body(Map.of("organizationsEnabled", enabled))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
    }

    public void add(String username) {
        realm.admin()
                .body(realm.users().id(username))
                .post(url("/members"))
                .then()
                .statusCode(201);
    }

    void remove(String username) {
        realm.admin()
                .delete(url("/members/" + realm.users().id(username)))
                .then()
                .statusCode(204);
    }

    void enable(boolean enabled) {
        Map<String, Object> representation =
                new HashMap<>(realm.admin().get(url("")).<Map<String, Object>>path("$"));
        representation.put("enabled", enabled);
        realm.admin().body(representation).put(url("")).then().statusCode(204);
    }

    void delete() {
        realm.admin().delete(url("")).then().statusCode(204);
    }

    /** Makes a client of which the organization's members can have keys, and its role for those who look after it. */
    public void createClient(String clientId) {
        String client = realm.clients()
                .create(Map.of(
                        "clientId",
                        clientId,
                        "secret",
                        clientId + "-secret",
                        "serviceAccountsEnabled",
                        true,
                        "attributes",
                        Map.of(
                                "api-keys.enabled", "true",
                                "api-keys.self-service", "true",
                                "api-keys.organization", alias),
                        "optionalClientScopes",
                        List.of("calls:read", "organization")));
        realm.admin()
                .body(Map.of("name", "api-keys-manager"))
                .post(realm.adminUrl("/clients/" + client + "/roles"))
                .then()
                .statusCode(201);
    }

    private String url(String below) {
        return realm.adminUrl("/organizations/" + id + below);
    }
}
