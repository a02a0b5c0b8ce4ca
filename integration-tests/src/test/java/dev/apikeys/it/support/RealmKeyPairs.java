package dev.apikeys.it.support;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The two RSA keys of all realms of a run, which Keycloak would look for in each realm anew: that was two thirds of what
 * servers did for tests. What tells the tokens of two realms apart is then their issuer alone.
 */
final class RealmKeyPairs {

    private static final String PROVIDERS = "org.keycloak.keys.KeyProvider";
    private static final String SIGNING = generate();
    private static final String ENCRYPTION = generate();

    private RealmKeyPairs() {}

    /** The components of a realm with the providers of keys that a new realm has, unless it brings its own. */
    static Map<String, Object> addTo(Map<?, ?> components) {
        Map<String, Object> all = new HashMap<>();
        components.forEach((type, some) -> all.put(String.valueOf(type), some));
        all.computeIfAbsent(PROVIDERS, absent -> providers());
        return all;
    }

    private static List<Map<String, Object>> providers() {
        List<Map<String, Object>> providers = new ArrayList<>();
        providers.add(provider("rsa", Map.of("privateKey", List.of(SIGNING))));
        providers.add(provider("rsa-enc", Map.of("privateKey", List.of(ENCRYPTION), "algorithm", List.of("RSA-OAEP"))));
        providers.add(provider("hmac-generated", Map.of("algorithm", List.of("HS512"))));
        providers.add(provider("aes-generated", Map.of()));
        return providers;
    }

    private static Map<String, Object> provider(String id, Map<String, List<String>> config) {
        Map<String, List<String>> all = new HashMap<>(config);
        all.put("priority", List.of("100"));
        return Map.of("name", id, "providerId", id, "subComponents", Map.of(), "config", all);
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
