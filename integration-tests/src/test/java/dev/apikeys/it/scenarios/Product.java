package dev.apikeys.it.scenarios;

import static io.restassured.RestAssured.given;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A product as its realm file makes it.
 *
 * @param business the client whose keys open the API
 * @param api the resource server
 */
record Product(TestRealm realm, String business, String api) {

    /** The product of {@code realm-export/<name>-realm.json}, whose clients are called after it. */
    static Product of(TestRealm realm, String name, String business) {
        return new Product(realm, name + '-' + business, name + "-api");
    }

    /** A key with full access and what else is given. */
    NewKey create(Map<String, ?> more) {
        Response response = ask(more);
        response.then().statusCode(201);
        return new NewKey(response.path("id"), response.path("key"));
    }

    /** A key with these scopes. */
    NewKey scoped(String... scopes) {
        return create(Map.of("scopes", List.of(scopes)));
    }

    /** The answer to the wish for a key. */
    Response ask(Map<String, ?> more) {
        Map<String, Object> key = new HashMap<>(Map.of("name", "a key", "clientId", business));
        if (!more.containsKey("scopes") && !more.containsKey("scopeGroups")) {
            key.put("fullAccess", true);
        }
        key.putAll(more);
        return realm.createKey(key);
    }

    Response read(NewKey key) {
        return realm.admin().get(keyUrl(key));
    }

    Response change(NewKey key, Map<String, ?> change) {
        return realm.admin().body(change).put(keyUrl(key));
    }

    /** One of the actions on a key, such as {@code revoke}. */
    Response act(NewKey key, String action) {
        return realm.admin().post(keyUrl(key) + "/" + action);
    }

    String keyUrl(NewKey key) {
        return realm.adminUrl("/api-keys/" + key.id());
    }

    /** What the API learns of a call with the key that needs the scopes. */
    Response call(String key, String... scopes) {
        Map<String, String> query = scopes.length == 0 ? Map.of() : Map.of("scope", String.join(" ", scopes));
        return gateway().header("X-API-Key", key).queryParams(query).get(checkUrl());
    }

    /** Whether the API that introspects the key, as any bearer token, accepts it. */
    boolean isActive(NewKey key) {
        return introspect(key, Map.of()).then().statusCode(200).extract().path("active");
    }

    String checkUrl() {
        return realm.realmUrl("/api-keys/check");
    }

    Response introspect(NewKey key, Map<String, ?> more) {
        return realm.introspect(api, secret(), key.value(), more);
    }

    /** A request with the API's own credentials. */
    RequestSpecification gateway() {
        return given().auth().preemptive().basic(api, secret());
    }

    /** The realm file has none: Keycloak made one. */
    String secret() {
        return realm.admin()
                .get(realm.clients().member(api) + "/client-secret")
                .then()
                .statusCode(200)
                .extract()
                .path("value");
    }

    JsonPath catalogue() {
        return realm.admin()
                .queryParam("clientId", business)
                .get(realm.adminUrl("/api-keys/scopes"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The resources of which keys can have scopes. */
    List<String> resources() {
        return scopes().stream()
                .map(scope -> scope.substring(0, scope.indexOf(':')))
                .distinct()
                .toList();
    }

    /** The scopes of the product; Keycloak's own have no colon, such as that of service accounts. */
    List<String> scopes() {
        List<String> all = catalogue().getList("resources.scopes.flatten().name");
        return all.stream().filter(scope -> scope.contains(":")).toList();
    }

    /** What a key with the group may do. */
    List<String> membersOf(String group) {
        NewKey key = create(Map.of("scopeGroups", List.of(group)));
        String scope =
                introspect(key, Map.of()).then().statusCode(200).extract().path("scope");
        realm.admin().delete(keyUrl(key)).then().statusCode(204);
        return List.copyOf(new TreeSet<>(List.of(scope.split(" "))));
    }
}
