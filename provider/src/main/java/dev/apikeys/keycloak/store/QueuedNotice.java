package dev.apikeys.keycloak.store;

import java.time.Instant;

/**
 * A notice that is to be sent.
 *
 * @param recipient whom it is for; others have a notice of their own
 * @param days how long before the expiry; meaningless otherwise
 * @param moment when the key expires, or was ended
 * @param attempts how often somebody tried before
 * @param nextAt when somebody may try again
 */
public record QueuedNotice(
        String id,
        String keyId,
        NoticeKind kind,
        NoticeRecipient recipient,
        int days,
        Instant moment,
        int attempts,
        Instant nextAt) {}
