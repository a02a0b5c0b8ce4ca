package dev.apikeys.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests with a {@code Content-Type} on which Keycloak's own doors fail with 500, see {@link StockFaults}. */
class UnreadableTypeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final NewKey key = new Keys(realm).create();
    private final URI below = URI.create(realm.realmUrl("/api-keys"));
    private final URI belowAdmin = URI.create(realm.adminUrl("/api-keys"));

    @Test
    void isRefusedAtEveryDoor() throws IOException {
        for (String door :
                List.of("/check", "/check/batch", "/outcomes", "/revoke", "/leaks/github", "/account", "/ui")) {
            isRefused(new Draft(door, "POST", below.getRawPath() + door));
        }
        for (String door : List.of("", "/count", "/settings", "/import", "/export")) {
            isRefused(new Draft(door, "POST", belowAdmin.getRawPath() + door).bearer(realm.adminToken()));
        }
    }

    @Test
    void isNoneThatIsOnlyWrittenOddly() throws IOException {
        for (String type : List.of("TEXT/plain", "application/json;charset=\"utf-8\"", "a/b; c")) {
            HttpAnswer answer = send(new Draft("check", "GET", below.getRawPath() + "/check")
                    .basic("demo-api", "demo-api-secret")
                    .header("X-API-Key", key.value())
                    .header("Content-Type", type));

            assertThat(answer.status()).as(type).isEqualTo(200);
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        }
    }

    private void isRefused(Draft draft) throws IOException {
        HttpAnswer answer = send(draft.header("Content-Type", "/"));

        assertThat(answer.status()).as(draft.path).isEqualTo(400);
        assertThat(answer.text()).contains("Content-Type", "a media type");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    }

    private HttpAnswer send(Draft draft) throws IOException {
        try (Caller caller = new Caller(below)) {
            return caller.send(draft).orElseThrow();
        }
    }
}
