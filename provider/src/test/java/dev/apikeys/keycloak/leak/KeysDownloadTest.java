package dev.apikeys.keycloak.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.apikeys.core.key.SigningKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeysDownloadTest {

    private final CloseableHttpClient client = HttpClients.createDefault();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        client.close();
    }

    @Test
    void whatIsPublishedIsReadWhateverElseStandsThere() {
        answer(
                "/keys",
                200,
                "{\"next\":{\"page\":[1]},\"public_keys\":[null,7,{\"key_identifier\":\"odd\",\"key\":[]},"
                        + entry("other", "secp384r1") + "," + entry("one", "secp256r1") + "]}");

        assertThat(from("/keys").orElseThrow().byIdentifier()).containsOnlyKeys("one");
    }

    @Test
    void whatIsNoSuchDocumentGivesNoKeys() {
        answer("/empty", 200, "");
        answer("/text", 200, "<html>");
        answer("/none", 200, "{\"public_keys\":[" + entry("other", "secp384r1") + "]}");
        answer("/long", 200, " ".repeat(64 * 1024) + "{\"public_keys\":[" + entry("one", "secp256r1") + "]}");
        answer("/error", 500, "{\"public_keys\":[" + entry("one", "secp256r1") + "]}");

        for (String path : new String[] {"/empty", "/text", "/none", "/long", "/error"}) {
            assertThat(from(path)).as(path).isEmpty();
        }
    }

    @Test
    void nobodyElseIsAskedInstead() {
        answer("/keys", 200, "{\"public_keys\":[" + entry("one", "secp256r1") + "]}");
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", address("/keys").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(from("/moved")).isEmpty();
        assertThat(from("/keys")).isPresent();
    }

    /** Each read of it gets something, so that no bound of a read ends it. */
    @Test
    @Timeout(30)
    void anAnswerWithoutEndIsBrokenOff() {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[1024]);
                }
            }
        });

        assertThat(from("/endless", Duration.ofMillis(500))).isEmpty();
    }

    private Optional<SigningKeys> from(String path) {
        return from(path, Duration.ofSeconds(15));
    }

    private Optional<SigningKeys> from(String path, Duration longest) {
        return new KeysDownload(client, longest).from(address(path));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void answer(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String entry(String identifier, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded())
                    .replace("\n", "\\n");
            return "{\"key_identifier\":\"" + identifier + "\",\"key\":\"-----BEGIN PUBLIC KEY-----\\n" + body
                    + "\\n-----END PUBLIC KEY-----\\n\",\"is_current\":true}";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
