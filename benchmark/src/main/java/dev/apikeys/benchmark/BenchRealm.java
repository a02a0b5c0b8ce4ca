package dev.apikeys.benchmark;

import dev.apikeys.benchmark.keys.EachKeyOnce;
import dev.apikeys.benchmark.keys.KeyPool;
import dev.apikeys.benchmark.keys.KeyTemplate;
import dev.apikeys.benchmark.keys.RandomKeys;
import dev.apikeys.benchmark.load.FixedRequests;
import dev.apikeys.benchmark.load.Requests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A realm with keys, and the requests that can be made of it.
 *
 * @param keys the values of its active keys
 */
record BenchRealm(String name, KeyPool keys, AdminApi api) {

    /** As many different ones as fit into a second of preparation: password hashes are slow on purpose. */
    private static final int TOKENS = 20;

    /** As the database has it. */
    String id() throws IOException, InterruptedException {
        return api.get("/" + name).path("id").asText();
    }

    Requests anyKey() {
        return new RandomKeys(introspection(), keys, keys.size());
    }

    Requests oneKey() {
        return new RandomKeys(introspection(), keys, 1);
    }

    Requests eachKeyOnce(int mostPerConnection) {
        return new EachKeyOnce(introspection(), keys, mostPerConnection);
    }

    Requests clientCredentialsTokens() throws IOException, InterruptedException {
        return tokens(Map.of("grant_type", "client_credentials"));
    }

    Requests passwordTokens() throws IOException, InterruptedException {
        return tokens(Map.of(
                "grant_type", "password",
                "username", RealmFile.USER,
                "password", RealmFile.USER));
    }

    /** Asks the check endpoint as the resource server. */
    Requests check(String query) {
        return new RandomKeys(
                KeyTemplate.of(HttpText.check(name, query, KeyTemplate.placeholder())), keys, keys.size());
    }

    /** Asks an API with a key in the header. */
    Requests withKey(String path) {
        return new RandomKeys(KeyTemplate.of(HttpText.withKey(path, KeyTemplate.placeholder())), keys, keys.size());
    }

    Requests path(String path) {
        return new FixedRequests(List.of(HttpText.get(path)));
    }

    /** What Keycloak does without this extension, asked as the resource server. */
    Requests ceiling(String path) {
        return new FixedRequests(List.of(HttpText.authenticated("/realms/" + name + "/ceiling" + path)));
    }

    Requests list(String query) throws IOException, InterruptedException {
        String path = "/admin/realms/" + name + "/api-keys?" + query;
        return new FixedRequests(List.of(HttpText.get(path, api.adminToken())));
    }

    /** The usage of one of the keys with these ids, as the dialog asks for it. */
    Requests usage(List<String> keyIds, String query) throws IOException, InterruptedException {
        String token = api.adminToken();
        return new FixedRequests(keyIds.stream()
                .map(id -> HttpText.get("/admin/realms/" + name + "/api-keys/" + id + "/usage?" + query, token))
                .toList());
    }

    private Requests tokens(Map<String, String> grant) throws IOException, InterruptedException {
        Map<String, String> form = new TreeMap<>(grant);
        form.put("client_id", RealmFile.CLIENT);
        form.put("client_secret", RealmFile.CLIENT_SECRET);
        form.put("scope", RealmFile.SCOPE);
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            requests.add(HttpText.introspection(name, api.accessToken(name, form)));
        }
        return new FixedRequests(requests);
    }

    private KeyTemplate introspection() {
        return KeyTemplate.of(HttpText.introspection(name, KeyTemplate.placeholder()));
    }
}
