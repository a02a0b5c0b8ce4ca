package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final byte[] MESSAGE = "[{\"token\":\"x\"}]".getBytes(StandardCharsets.UTF_8);
    private static final KeyPair ONE = pair("secp256r1");
    private static final KeyPair TWO = pair("secp256r1");

    private final SigningKeys keys = SigningKeys.parse(document(entry("one", ONE), entry("two", TWO)))
            .toOptional()
            .orElseThrow();

    /** The document, its key and its sample in GitHub's documentation. */
    @Test
    void aSampleOfGithubsDocumentationIsVerified() {
        SigningKeys github = SigningKeys.parse("{\"public_keys\":[{\"key_identifier\":"
                        + "\"90a421169f0a406205f1563a953312f0be898d3c7b6c06b681aa86a874555f4a\",\"key\":"
                        + "\"-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9MJJHnMfn2+H4xL4YaPDA4RpJqUq\\n"
                        + "kCmRCBnYERxZanmcpzQSXs1X/AljlKkbJ8qpVIW4clayyef9gWhFbNHWAA==\\n-----END PUBLIC KEY-----\\n\","
                        + "\"is_current\":true}]}")
                .toOptional()
                .orElseThrow();

        assertThat(github.verify(
                        "90a421169f0a406205f1563a953312f0be898d3c7b6c06b681aa86a874555f4a",
                        "MEUCIQDKZokqnCjrRtw0tni+2Ltvl/uiMJ1EGumEsp1BsNr32AIgQY1YXD2nlj+XNfGK4rBfkMJ1JDOQcYXxa2sY8FNkrKc=",
                        "[{\"token\":\"some_token\",\"type\":\"some_type\",\"url\":\"some_url\"}]"
                                .getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void eachKeyVerifiesWhatItHasSigned() {
        assertThat(keys.verify("one", sign(ONE), MESSAGE)).isTrue();
        assertThat(keys.verify("two", sign(TWO), MESSAGE)).isTrue();
        assertThat(keys.has("two")).isTrue();
    }

    @Test
    void nothingElseIsVerified() {
        assertThat(keys.has("three")).isFalse();
        assertThat(keys.verify("three", sign(ONE), MESSAGE)).isFalse();
        assertThat(keys.verify("two", sign(ONE), MESSAGE)).isFalse();
        assertThat(keys.verify("one", sign(ONE), new byte[0])).isFalse();
        for (String signature : List.of("", "no base64!", "AAAA", sign(ONE).substring(4))) {
            assertThat(keys.verify("one", signature, MESSAGE)).as(signature).isFalse();
        }
    }

    @Test
    void linesMayHaveBeenJoinedAndSlashesEscaped() {
        String document = document(entry("one", ONE));
        for (String same : List.of(
                document.replace("\\n", " "),
                document.replace("\\n", "\\r\\n"),
                document.replace("/", "\\/"),
                document.replace("{", " { ").replace(":", " : ").replace("[", "\n[\n"))) {
            assertThat(SigningKeys.parse(same).toOptional().orElseThrow().verify("one", sign(ONE), MESSAGE))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"public_keys\":[]}",
                "{\"public_keys\":[{}]}",
                "{\"public_keys\":[{\"key_identifier\":\"one\"}]}",
                "{\"public_keys\":[{\"key_identifier\":\"one\",\"key\":\"AAAA\"}]}",
                "{\"public_keys\":[{\"key_identifier\":\"one\",\"key\":\"-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----\"}]}",
                "{\"public_keys\":[{\"key_identifier\":\"one\",\"key\":\"-----BEGIN PUBLIC KEY-----A-----END PUBLIC KEY-----\"}]}"
            })
    void aDocumentWithoutKeysIsRefused(String document) {
        assertThat(SigningKeys.parse(document)).isEqualTo(Parsed.bad(SigningKeys.ALLOWED));
    }

    @Test
    void aDocumentWithOneWrongKeyIsRefused() {
        for (String entry : List.of(
                entry("one", TWO),
                entry("other-curve", pair("secp384r1")),
                entry("no name", TWO),
                entry("rsa", pair("RSA", 2048)),
                "{\"key_identifier\":\"two\"}")) {
            assertThat(SigningKeys.parse(document(entry("one", ONE), entry)).toOptional())
                    .as(entry)
                    .isEmpty();
        }
        assertThat(SigningKeys.parse(document(entry("one", ONE)) + "x").toOptional())
                .isEmpty();
    }

    @Test
    void ofAFetchedDocumentWhatCanBeUsedIsUsed() {
        SigningKeys usable = SigningKeys.usable(Map.of(
                        "one", pem(ONE),
                        "other-curve", pem(pair("secp384r1")),
                        "rsa", pem(pair("RSA", 2048)),
                        "none", "",
                        "", "AAAA"))
                .orElseThrow();

        assertThat(usable.byIdentifier()).containsOnlyKeys("one");
        assertThat(usable.verify("one", sign(ONE), MESSAGE)).isTrue();
        assertThat(SigningKeys.usable(Map.of("rsa", pem(pair("RSA", 2048))))).isEmpty();
        assertThat(SigningKeys.usable(Map.of())).isEmpty();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String document(String... entries) {
        return "{\"public_keys\":[" + String.join(",", entries) + "]}";
    }

    private static String entry(String identifier, KeyPair pair) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded())
                .replace("\n", "\\n");
        return "{\"key_identifier\":\"" + identifier + "\",\"key\":\"-----BEGIN PUBLIC KEY-----\\n" + body
                + "\\n-----END PUBLIC KEY-----\\n\",\"is_current\":true}";
    }

    private static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(KeyPair pair) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(MESSAGE);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
