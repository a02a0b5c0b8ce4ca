package dev.apikeys.resourceserver;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a call is refused, with the status it is answered with and a sentence for the caller. */
enum Denial {
    UNAUTHORIZED(401, "Missing or invalid API key"),
    KEY_EXPIRED(401, "API key has expired"),
    KEY_REVOKED(401, "API key has been revoked"),
    KEY_DISABLED(401, "API key is disabled"),
    CLIENT_DISABLED(401, "The client of the API key is disabled"),
    SUBJECT_DISABLED(401, "The subject of the API key is disabled"),
    AUDIENCE_DENIED(403, "API key is not meant for this API"),
    IP_DENIED(403, "API key may not be used from this address"),
    INSUFFICIENT_SCOPE(403, "API key lacks required scope"),
    RATE_LIMIT_EXCEEDED(429, "Too many requests"),
    /** Not Keycloak's: it cannot be asked. */
    SERVICE_UNAVAILABLE(503, "API keys cannot be checked at the moment");

    private final int status;
    private final String message;

    Denial(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** The reason that introspection gives; {@link #UNAUTHORIZED} for none and for one that is not known here. */
    static Denial of(Optional<String> error) {
        return Arrays.stream(values())
                .filter(denial -> denial != SERVICE_UNAVAILABLE)
                .filter(denial -> error.filter(denial.reason()::equals).isPresent())
                .findFirst()
                .orElse(UNAUTHORIZED);
    }

    /** Lower snake case, as Keycloak's extension writes it. */
    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    int status() {
        return status;
    }

    String message() {
        return message;
    }
}
