package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Violation;
import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.core.settings.KeyPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How strictly keys are held to the realm's policies. Administrators lay them down, so a change of theirs begins a
 * lifetime anew. Owners keep to them for as long as a value lives: otherwise a script could extend one for ever.
 */
public enum Strictness {
    /** For who could change the policies as well. */
    ADMINISTRATORS,
    /** For who has to keep to them. */
    OWNERS;

    /** What the policies refuse in a new key. */
    List<Violation> violationsOfNew(KeyPolicy policy, KeyDraft draft, Instant now) {
        return violations(
                policy.violationsOfExpiry(draft.expiresAt(), now),
                policy.violationsOfAddresses(draft.restrictions().allowedIps()));
    }

    /** What stays as it was is not held against a later, stricter policy: renaming an old key must remain possible. */
    List<Violation> violationsOfChange(KeyPolicy policy, KeyDraft draft, ApiKey before, Instant now) {
        AllowedIps addresses = draft.restrictions().allowedIps();
        return violations(
                keepsExpiry(draft, before)
                        ? List.of()
                        : policy.violationsOfExpiry(draft.expiresAt(), begin(draft, before, now), now),
                addresses.equals(before.restrictions().allowedIps())
                        ? List.of()
                        : policy.violationsOfAddresses(addresses));
    }

    /** What the policies refuse in a key that is about to get another value. */
    List<Violation> violationsOfRotation(KeyPolicy policy, ApiKey key, Instant now) {
        return this == ADMINISTRATORS
                ? List.of()
                : violations(
                        policy.violationsOfExpiry(key.lifecycle().expiresAt(), now),
                        policy.violationsOfAddresses(key.restrictions().allowedIps()));
    }

    /** Whether the change would give an expired key another life that it must not have. */
    boolean refusesRevival(KeyDraft draft, ApiKey before, Instant now) {
        return this == OWNERS && before.status(now) == KeyStatus.EXPIRED && !keepsExpiry(draft, before);
    }

    /** When the longest lifetime begins: an owner can shorten what is left, and lengthen it within that of the value. */
    private Instant begin(KeyDraft draft, ApiKey before, Instant now) {
        return this == ADMINISTRATORS
                        || shortens(draft.expiresAt(), before.lifecycle().expiresAt())
                ? now
                : before.currentSecret().createdAt();
    }

    private static boolean shortens(Optional<Instant> wanted, Optional<Instant> present) {
        return wanted.filter(end -> present.map(end::isBefore).orElse(true)).isPresent();
    }

    private static boolean keepsExpiry(KeyDraft draft, ApiKey before) {
        return draft.expiresAt().equals(before.lifecycle().expiresAt());
    }

    private static List<Violation> violations(List<Violation> some, List<Violation> others) {
        List<Violation> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
