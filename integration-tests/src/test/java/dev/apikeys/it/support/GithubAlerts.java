package dev.apikeys.it.support;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Alerts as GitHub's secret scanning sends them, signed with a key of the test's own. */
public final class GithubAlerts {

    /** The name of the key. */
    public static final String IDENTIFIER = "bcb53661c06b4728e59d897fb6165d5c9cda0fd9cdf9d09ead458168deb7518c";

    private static final RestAssuredConfig EXACTLY = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final KeyPair pair = generate();
    private final TestRealm realm;

    public GithubAlerts(TestRealm realm) {
        this.realm = realm;
    }

    /** The public key as GitHub publishes its own. */
    public String publicKeys() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
        return json(
                Map.of("public_keys", List.of(Map.of("key_identifier", IDENTIFIER, "key", pem, "is_current", true))));
    }

    /** An alert about values that were found in a public file. */
    public static String about(String... values) {
        return json(Stream.of(values)
                .map(value -> Map.of(
                        "token",
                        value,
                        "type",
                        "shop_api_key",
                        "url",
                        "https://octocat:secret@github.com/octocat/shop/blob/main/.env?x=1#L1",
                        "source",
                        "content"))
                .toList());
    }

    public Response send(String body) {
        return send(given(), body, IDENTIFIER, sign(body));
    }

    public Response send(RequestSpecification request, String body, String identifier, String signature) {
        return request.config(EXACTLY)
                .header("Github-Public-Key-Identifier", identifier)
                .header("GITHUB-PUBLIC-KEY-SIGNATURE", signature)
                .contentType(ContentType.JSON)
                .body(body)
                .post(url());
    }

    public String url() {
        return realm.realmUrl("/api-keys/leaks/github");
    }

    public String sign(String body) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
