package dev.apikeys.server;

import java.net.URI;
import java.util.Map;

/** A Keycloak that answers, whatever it runs in. */
public interface RunningKeycloak {

    /** The administrator of the master realm. */
    String ADMIN_USERNAME = "admin";

    String ADMIN_PASSWORD = "admin";

    /** The form by which the administrator logs in at the token endpoint of the master realm. */
    static Map<String, String> adminLogin() {
        return Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                ADMIN_USERNAME,
                "password",
                ADMIN_PASSWORD);
    }

    /** Where the server answers, such as {@code http://127.0.0.1:8080}: no slash at the end. */
    String url();

    /** Where health is asked. */
    URI managementUrl();

    /** Everything that the server has written so far. */
    String log();
}
