package dev.apikeys.it.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The body of a call that a gateway passes on is the caller's. Forms Keycloak reads before it asks us; that nothing in them
 * counts is tested in {@link GatewayAuthenticationIT}.
 */
class UnreadBodyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final int PATIENCE_MILLIS = 30_000;

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream"})
    void theAnswerComesBeforeTheBodyDoes(String type) throws IOException {
        String key = new Keys(realm).create().value();
        URI url = URI.create(new Checks(realm).url());

        try (Socket socket = new Socket(InetAddress.getByName(url.getHost()), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head(url, key, type).getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 200");
        }
    }

    /** Promises a body, and never sends it. */
    private static String head(URI url, String key, String type) {
        String credentials =
                Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes(StandardCharsets.US_ASCII));
        return "POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nAuthorization: Basic " + credentials + "\r\nX-API-Key: " + key
                + "\r\nContent-Type: " + type + "\r\nContent-Length: 1000000\r\n\r\n";
    }
}
