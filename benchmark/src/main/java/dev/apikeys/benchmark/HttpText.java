package dev.apikeys.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes the bytes of requests once, so that sending them costs the load generator nothing. */
final class HttpText {

    /** The same for every node; Keycloak is told its own name. */
    private static final String HOST = "Host: localhost\r\n";

    private HttpText() {}

    static byte[] get(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
    }

    static byte[] get(String path, String bearer) {
        return bytes("GET " + path + " HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + bearer + "\r\n\r\n");
    }

    static byte[] post(String path, String bearer, String json) {
        return bytes("POST " + path + " HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + bearer + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + json.length() + "\r\n\r\n" + json);
    }

    static byte[] authenticated(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\n" + HOST + basic() + "\r\n");
    }

    static byte[] withKey(String path, String key) {
        return bytes("GET " + path + " HTTP/1.1\r\n" + HOST + "X-API-Key: " + key + "\r\n\r\n");
    }

    static byte[] introspection(String realm, String token) {
        return introspection(realm, basic(), token);
    }

    /** As another client, whose secret is its name with {@code -secret}. */
    static byte[] introspectionBy(String client, String realm, String token) {
        return introspection(realm, basic(client, client + "-secret"), token);
    }

    private static byte[] introspection(String realm, String basic, String token) {
        String body = "token=" + token;
        return bytes("POST /realms/" + realm + "/protocol/openid-connect/token/introspect HTTP/1.1\r\n" + HOST
                + basic
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    static byte[] check(String realm, String query, String key) {
        return check(realm, query, basic(), key);
    }

    /** As another client, whose secret is its name with {@code -secret}. */
    static byte[] checkBy(String client, String realm, String key) {
        return check(realm, "", basic(client, client + "-secret"), key);
    }

    private static byte[] check(String realm, String query, String basic, String key) {
        return bytes("GET /realms/" + realm + "/api-keys/check" + query + " HTTP/1.1\r\n" + HOST + basic + "X-API-Key: "
                + key + "\r\n\r\n");
    }

    private static String basic() {
        return basic(RealmFile.RESOURCE_SERVER, RealmFile.RESOURCE_SERVER_SECRET);
    }

    private static String basic(String client, String secret) {
        String credentials = client + ":" + secret;
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes(credentials)) + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
