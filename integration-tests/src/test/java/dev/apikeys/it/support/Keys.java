package dev.apikeys.it.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of {@code shop-backend}, and what the demo realm's resource servers say of them. */
public final class Keys {

    private final TestRealm realm;

    public Keys(TestRealm realm) {
        this.realm = realm;
    }

    /**
     * A key as its maker got it.
     *
     * @param value the plaintext
     */
    public record NewKey(String id, String value) {}

    /** Lets the tests of a realm make more keys than a client usually may have. */
    public static void allowMany(TestRealm realm) {
        realm.setAttribute("api-keys.max-active-per-client", "100000");
    }

    /** A key with the scope {@code calls:read}. */
    public NewKey create() {
        return create(Map.of());
    }

    /** A key with the scope {@code calls:read} and what else is given. */
    public NewKey create(Map<String, ?> more) {
        Map<String, Object> key =
                new HashMap<>(Map.of("name", "a key", "clientId", "shop-backend", "scopes", List.of("calls:read")));
        key.putAll(more);
        Response response = realm.createKey(key);
        response.then().statusCode(201);
        return new NewKey(response.path("id"), response.path("key"));
    }

    /** One of the actions on a key, such as {@code revoke}. */
    public void act(NewKey key, String action) {
        realm.admin()
                .post(realm.adminUrl("/api-keys/" + key.id() + "/" + action))
                .then()
                .statusCode(200);
    }

    /** Changes what is given. */
    public void change(NewKey key, Map<String, ?> change) {
        realm.admin()
                .body(change)
                .put(realm.adminUrl("/api-keys/" + key.id()))
                .then()
                .statusCode(200);
    }

    /** The answer to {@code demo-api}, which is in the audience of the scopes. */
    public Response introspect(NewKey key) {
        return introspect(key.value(), Map.of());
    }

    /** The answer to {@code demo-api} with further parameters. */
    public Response introspect(String token, Map<String, ?> more) {
        return realm.introspect("demo-api", "demo-api-secret", token, more);
    }

    /** The answer to {@code demo-api} when it asks for the media type. */
    public Response introspectAccepting(String mediaType, NewKey key) {
        return given().auth()
                .preemptive()
                .basic("demo-api", "demo-api-secret")
                .accept(mediaType)
                .formParam("token", key.value())
                .post(realm.realmUrl("/protocol/openid-connect/token/introspect"));
    }
}
