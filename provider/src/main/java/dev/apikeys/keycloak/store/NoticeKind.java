package dev.apikeys.keycloak.store;

import java.util.Locale;

/** What owners of keys are told. */
public enum NoticeKind {
    /** The key ends soon. */
    EXPIRY,
    /** An administrator has ended the key. */
    REVOCATION,
    /** The key, or a value that it had, was ended because somebody else has it. */
    LEAK;

    /** Lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
