package dev.apikeys.core.limit;

import java.util.Locale;

/** Whose calls are counted together. */
public enum RateLimitPolicy {
    /** Those with one key. */
    KEY,
    /** Those with all keys of a client. */
    CLIENT,
    /** Those with all keys of the realm. */
    REALM;

    /** Lower case, as in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
