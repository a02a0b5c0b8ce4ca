package dev.apikeys.core.verify;

import java.util.Locale;

/** Why a key is refused. The codes are stable: they stand in JSON, events and metrics. */
public enum DenialReason {
    /** Missing, malformed or unknown. */
    UNAUTHORIZED("The API key is missing, malformed or unknown"),
    KEY_EXPIRED("The API key has expired"),
    KEY_REVOKED("The API key has been revoked"),
    KEY_DISABLED("The API key is disabled"),
    CLIENT_DISABLED("The client of the API key is disabled"),
    SUBJECT_DISABLED("The subject of the API key is disabled"),
    AUDIENCE_DENIED("The API key is not meant for this resource server"),
    IP_DENIED("The API key may not be used from this address"),
    INSUFFICIENT_SCOPE("The API key lacks a required scope"),
    RATE_LIMIT_EXCEEDED("Too many requests with this API key");

    private final String description;

    DenialReason(String description) {
        this.description = description;
    }

    /** Lower snake case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A sentence for the caller. */
    public String description() {
        return description;
    }
}
