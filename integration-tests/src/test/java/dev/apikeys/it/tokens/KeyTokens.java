package dev.apikeys.it.tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes tokens from keys and looks into them. */
public final class KeyTokens {

    static final String KEY_TYPE = "urn:keycloak:params:oauth:token-type:api-key";
    static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    /** The secret of {@link #createClient}. */
    static final String SECRET = "a-client-secret";

    private static final String SHOP = "shop-backend";

    private final TestRealm realm;

    public KeyTokens(TestRealm realm) {
        this.realm = realm;
    }

    /** The answer to a client credentials request of {@code shop-backend} that carries the value there. */
    public Response request(Presentation presentation, String value) {
        return request(presentation, SHOP, value, Map.of());
    }

    public Response request(Presentation presentation, String clientId, String value, Map<String, ?> more) {
        return presentation
                .put(given(), clientId, value)
                .formParam("grant_type", "client_credentials")
                .formParams(more)
                .post(realm.realmUrl("/protocol/openid-connect/token"));
    }

    /** An access token that {@code shop-backend} got with the key. */
    public String token(NewKey key) {
        return token(key, Map.of());
    }

    /** An access token that {@code shop-backend} got with the key and further parameters. */
    String token(NewKey key, Map<String, ?> more) {
        return request(Presentation.FORM, SHOP, key.value(), more)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** The answer to {@code demo-api}, which asks for a token in exchange for the key. */
    public Response exchange(String value, Map<String, ?> more) {
        return exchange("demo-api", "demo-api-secret", value, more);
    }

    public Response exchange(String requester, String secret, String value, Map<String, ?> more) {
        Map<String, Object> form =
                new HashMap<>(Map.of("grant_type", EXCHANGE, "subject_token", value, "subject_token_type", KEY_TYPE));
        form.putAll(more);
        return given().auth()
                .preemptive()
                .basic(requester, secret)
                .formParams(form)
                .post(realm.realmUrl("/protocol/openid-connect/token"));
    }

    /** The access token that {@code demo-api} gets in exchange for the key. */
    public String exchanged(NewKey key) {
        return exchange(key.value(), Map.of()).then().statusCode(200).extract().path("access_token");
    }

    /** The answer to {@code demo-api}, which introspects a token. */
    Response introspect(String token) {
        return realm.introspect("demo-api", "demo-api-secret", token);
    }

    /** Lets the client exchange tokens. */
    public void allowExchange(String clientId) {
        realm.clients().setAttribute(clientId, "standard.token.exchange.enabled", "true");
    }

    /** Makes a client that may have keys and whose secret is {@link #SECRET}. */
    public void createClient(String clientId, String authenticator, Map<String, String> attributes) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put("api-keys.enabled", "true");
        realm.clients()
                .create(Map.of(
                        "clientId", clientId,
                        "secret", SECRET,
                        "clientAuthenticatorType", authenticator,
                        "serviceAccountsEnabled", true,
                        "attributes", all,
                        "optionalClientScopes", List.of("calls:read")));
    }

    /** The client credentials request was refused as one with a wrong client secret is. */
    public static void isRefused(Response answer, String reason) {
        answer.then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"))
                .body("error_description", containsString(reason))
                .body("access_token", nullValue());
    }

    /** The token exchange was refused. */
    public static ValidatableResponse isNotExchanged(Response answer) {
        return answer.then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("access_token", nullValue());
    }

    /** What a JWT says; its signature is Keycloak's business. */
    static JsonPath claims(String jwt) {
        byte[] payload = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        return JsonPath.from(new String(payload, StandardCharsets.UTF_8));
    }
}
