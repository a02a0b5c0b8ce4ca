package dev.apikeys.it.account;

import static io.restassured.RestAssured.given;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Logs users in at Keycloak's own page, as a browser does: only such a login has a time. */
public final class PageLogin {

    static final String REDIRECT = "http://127.0.0.1/callback";

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private PageLogin() {}

    /** The access token that the public client gets for the user, whose password is the name. */
    static String accessToken(TestRealm realm, String clientId, String username) {
        Response page = given().queryParams(Map.of(
                        "client_id", clientId, "redirect_uri", REDIRECT, "response_type", "code", "scope", "openid"))
                .get(realm.realmUrl("/protocol/openid-connect/auth"));
        page.then().statusCode(200);
        String location = given().cookies(page.cookies())
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .formParams(Map.of("username", username, "password", username))
                .post(first(ACTION, page.asString()).replace("&amp;", "&"))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        return tokenAfter(realm, clientId, location);
    }

    /** The access token that the public client gets in a session that an administrator opens in the name of the user. */
    public static String impersonation(TestRealm realm, String clientId, String username) {
        Response impersonation = realm.admin().post(realm.users().member(username) + "/impersonation");
        impersonation.then().statusCode(200);
        String location = given().cookies(impersonation.cookies())
                .redirects()
                .follow(false)
                .queryParams(Map.of(
                        "client_id", clientId, "redirect_uri", REDIRECT, "response_type", "code", "scope", "openid"))
                .get(realm.realmUrl("/protocol/openid-connect/auth"))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        return tokenAfter(realm, clientId, location);
    }

    private static String tokenAfter(TestRealm realm, String clientId, String location) {
        return realm.tokens()
                .request(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        clientId,
                        "redirect_uri",
                        REDIRECT,
                        "code",
                        first(CODE, location)))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }
}
