package dev.apikeys.core.verify;

import java.time.Instant;
import java.util.Set;

/**
 * The client and the subject of a key as they are now. What costs something is worked out when it is asked for, and not
 * before the client and the subject are known to be enabled.
 */
public interface Principal {

    /** Whether the client exists, is enabled and may have API keys. */
    boolean clientEnabled();

    /** Whether the user or service account exists and is enabled. */
    boolean subjectEnabled();

    /** Credentials made before this instant were revoked together by realm, client or user; the epoch when none were. */
    Instant notBefore();

    /**
     * Whether the resource server, named by its client id, is in the audience of the key. A key whose client or subject
     * no longer exists has no audience.
     */
    boolean accepts(String audience);

    /** Names of the client scopes that the key carries now. */
    Set<String> effectiveScopes();
}
