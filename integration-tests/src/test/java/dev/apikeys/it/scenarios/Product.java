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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** More keys that can all be used than a client may have where nothing is said. */
    List<NewKey> createMoreThanTheDefault() {
        return IntStream.rangeClosed(0, 10)
                .mapToObj(number -> create(Map.of("name", "key " + number)))
                .toList();
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

    /** The same action, asked for by the business itself, which administrates nothing. */
    Response actAsBusiness(NewKey key, String action, String scope) {
        return asBusiness(scope).post(keyUrl(key) + "/" + action);
    }

    /** A JSON request with a token of the business. */
    RequestSpecification asBusiness(String scope) {
        return realm.bearer(realm.tokens().clientCredentials(business, secretOf(business), scope));
    }

    /** What somebody hears who has nothing but the value of the key and wants to end it. */
    Response revokeByPossession(NewKey key) {
        return given().formParam("key", key.value()).post(realm.realmUrl("/api-keys/revoke"));
    }

    String keyUrl(NewKey key) {
        return realm.adminUrl("/api-keys/" + key.id());
    }

    /**
     * What the API's gateway learns of a call with the key that needs the scopes. Its own credentials are in
     * {@code Authorization}, so it passes the key on in {@code X-API-Key}, wherever the caller's document puts it.
     */
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

    String secret() {
        return secretOf(api);
    }

    /** The realm file has none: Keycloak made one. */
    private String secretOf(String client) {
        return realm.admin()
                .get(realm.clients().member(client) + "/client-secret")
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

    /** Whether the scope is the product's; Keycloak's own have no colon, such as that of service accounts. */
    static boolean isScope(String name) {
        return name.contains(":");
    }

    /** The scopes of the product. */
    List<String> scopes() {
        List<String> all = catalogue().getList("resources.scopes.flatten().name");
        return all.stream().filter(Product::isScope).toList();
    }

    /** All groups of the product with their catalogue's answer about one field, which not every group has. */
    Map<String, Optional<String>> groups(String field) {
        List<Map<String, Object>> groups = catalogue().getList("groups");
        return groups.stream()
                .collect(Collectors.toMap(
                        group -> (String) group.get("name"), group -> Optional.ofNullable((String) group.get(field))));
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
