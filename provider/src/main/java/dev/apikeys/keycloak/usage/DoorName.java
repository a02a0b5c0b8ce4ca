package dev.apikeys.keycloak.usage;

import java.util.Locale;

/** Where a key was shown: the tag {@code door} of the metrics. */
public enum DoorName {
    /** Keycloak's token introspection endpoint. */
    INTROSPECTION,
    /** The endpoint for gateways. */
    CHECK,
    /** The token endpoint: the key is a client's credential. */
    TOKEN,
    /** The token endpoint: the key is a subject token. */
    TOKEN_EXCHANGE,
    /** The credential SPI. */
    CREDENTIAL;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
