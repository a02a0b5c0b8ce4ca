package dev.apikeys.it.support;

import dev.apikeys.server.RunningKeycloak;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The master administrator's access token, renewed before it expires. */
final class AdminToken {

    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Supplier<RunningKeycloak> server;
    private String value = "";
    private Instant renewAt = Instant.MIN;

    AdminToken(Supplier<RunningKeycloak> server) {
        this.server = server;
    }

    synchronized String value() {
        Instant now = Instant.now();
        if (now.isAfter(renewAt)) {
            Response response = new Tokens(server.get().url() + "/realms/master")
                    .request(Tokens.passwordForm(RunningKeycloak.ADMIN_USERNAME, RunningKeycloak.ADMIN_PASSWORD));
            response.then().statusCode(200);
            value = response.path("access_token");
            renewAt = now.plusSeconds(response.<Integer>path("expires_in")).minus(MARGIN);
        }
        return value;
    }
}
