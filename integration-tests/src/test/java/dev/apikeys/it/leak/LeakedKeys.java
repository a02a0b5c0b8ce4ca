package dev.apikeys.it.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What has become of keys, and what is recorded about it. */
record LeakedKeys(TestRealm realm) {

    /** One of the fields of a key. */
    String field(NewKey key, String field) {
        return realm.admin()
                .get(realm.adminUrl("/api-keys/" + key.id()))
                .then()
                .statusCode(200)
                .extract()
                .path(field);
    }

    boolean isActive(String value) {
        return realm.introspect("demo-api", "demo-api-secret", value).path("active");
    }

    /** Another value of the key; the one before stays good for some seconds. */
    String rotate(NewKey key, int overlap) {
        return realm.admin()
                .body(Map.of("overlap", overlap))
                .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                .then()
                .statusCode(200)
                .extract()
                .path("key");
    }

    /** Of one action on the key, the last first. */
    List<Map<String, Object>> events(NewKey key, String action) {
        return realm.admin()
                .get(realm.adminUrl("/admin-events?resourcePath=api-keys/" + key.id() + "/" + action))
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    void assertOneEvent(NewKey key, String action, String... inRepresentation) {
        assertThat(events(key, action)).singleElement().satisfies(event -> {
            assertThat(event).containsEntry("operationType", "ACTION").containsEntry("resourceType", "API_KEY");
            assertThat(List.of(inRepresentation)).allMatch(part -> String.valueOf(event.get("representation"))
                    .contains(part));
            assertThat(String.valueOf(event.get("authDetails")))
                    .contains("ipAddress=127.0.0.1")
                    .doesNotContain("userId", "clientId");
        });
    }

    static String sha256(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
