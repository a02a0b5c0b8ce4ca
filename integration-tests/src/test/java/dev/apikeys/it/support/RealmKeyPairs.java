package dev.apikeys.it.support;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The two RSA keys of all realms of a run, which Keycloak would look for in each realm anew: in a profile that was two thirds of
 * what servers did for tests. What tells the tokens of two realms apart is then their issuer alone.
 */
final class RealmKeyPairs {

    private static final List<Map<String, Object>> PROVIDERS = List.of(
            provider("rsa", Map.of("privateKey", List.of(generate()))),
            provider("rsa-enc", Map.of("privateKey", List.of(generate()), "algorithm", List.of("RSA-OAEP"))),
            provider("hmac-generated", Map.of("algorithm", List.of("HS512"))),
            provider("aes-generated", Map.of()));

    private RealmKeyPairs() {}

    /**
     * The components of a realm with the providers of keys that a new realm has, in place of any others: those of an export
     * lack their private keys.
     */
    static Map<String, Object> addTo(Map<?, ?> components) {
        Map<String, Object> all = new HashMap<>();
        components.forEach((type, some) -> all.put(String.valueOf(type), some));
        all.put("org.keycloak.keys.KeyProvider", PROVIDERS);
        return all;
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
