package dev.apikeys.server;

import java.net.URI;

/** A Keycloak that answers, whatever it runs in. */
public interface RunningKeycloak {

    /** The administrator of the master realm. */
    String ADMIN_USERNAME = "admin";

    String ADMIN_PASSWORD = "admin";

    /** Where the server answers, such as {@code http://127.0.0.1:8080}: no slash at the end. */
    String url();

    /** Where health is asked. */
    URI managementUrl();

    /** Everything that the server has written so far. */
    String log();
}
