package dev.apikeys.core.model;

import java.util.Locale;

/** What a key is at an instant; the first that applies in the order revoked, expired, disabled, active. */
public enum KeyStatus {
    ACTIVE,
    /** Switched off; can be switched on again. */
    DISABLED,
    /** Derived from the expiry; a later expiry makes the key good again. */
    EXPIRED,
    /** Final, kept for audit. */
    REVOKED;

    /** The name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
