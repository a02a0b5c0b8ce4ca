package dev.apikeys.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that appends its caller's path to the path that it asks, as Envoy does, whatever the caller writes there. */
class AppendedPathIT {

    private static final int INSUFFICIENT_SCOPE = 403;

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final HttpClient http = HttpClient.newHttpClient();
    private static String reader = "";

    @BeforeAll
    static void createKey() {
        reader = new Keys(realm).create().value();
    }

    @Test
    void theScopesInThePathAreNeeded() throws IOException, InterruptedException {
        assertThat(status("calls:read", "/calls/1?page=2")).isEqualTo(200);
        assertThat(status("calls:write", "/calls/1?page=2")).isEqualTo(INSUFFICIENT_SCOPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../-/call/calls",
                "/../../calls:read/call/calls",
                "/../../../demo-api/-/call/calls",
                "/../../../../../check",
                "/../../../../../check?scope=calls:read",
                "/%2e%2e/%2e%2e/-/call/calls",
                "/%2E%2E/%2E%2E/calls:read/call/calls",
                "/..%2f..%2f-/call/calls",
                "/..;/..;/-/call/calls",
                "/.;/../../-/call/calls",
                "/calls?scope=calls:read",
                "/call/for/demo-api/-/call",
                ";scope=-/calls"
            })
    void theCallersPathDoesNotChangeThem(String callersPath) throws IOException, InterruptedException {
        assertThat(status("calls:write", callersPath)).isNotEqualTo(200);
    }

    private int status(String scope, String callersPath) throws IOException, InterruptedException {
        URI asWritten = URI.create(realm.realmUrl("/api-keys/check/for/demo-api/" + scope + "/call" + callersPath));
        HttpRequest request = HttpRequest.newBuilder(asWritten)
                .header("X-API-Key", reader)
                .header("Authorization", "Basic " + Recipe.base64("demo-api:demo-api-secret"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
