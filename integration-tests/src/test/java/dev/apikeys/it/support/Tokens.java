package dev.apikeys.it.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;

/** The token and introspection endpoints of one realm. */
public final class Tokens {

    private final String endpoint;

    Tokens(String realmUrl) {
        this.endpoint = realmUrl + "/protocol/openid-connect/token";
    }

    /** Returns an access token of the client's service account. */
    public String clientCredentials(String clientId, String secret, String scope) {
        return accessToken(request(Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "client_secret", secret,
                "scope", scope)));
    }

    /** Returns an access token of a user, issued to {@code admin-cli}: good for the admin REST API. */
    public String password(String username, String password) {
        return accessToken(request(passwordForm(username, password)));
    }

    /** Posts any form to the token endpoint. */
    public Response request(Map<String, ?> form) {
        return given().formParams(form).post(endpoint);
    }

    /** Asks as a resource server that authenticates with Basic. */
    public Response introspect(String clientId, String secret, String token, Map<String, ?> more) {
        return given().auth()
                .preemptive()
                .basic(clientId, secret)
                .formParam("token", token)
                .formParams(more)
                .post(endpoint + "/introspect");
    }

    static Map<String, String> passwordForm(String username, String password) {
        return Map.of("grant_type", "password", "client_id", "admin-cli", "username", username, "password", password);
    }

    private static String accessToken(Response response) {
        return response.then().statusCode(200).extract().path("access_token");
    }
}
