package dev.apikeys.core.settings;

import dev.apikeys.core.Violation;
import dev.apikeys.core.ip.AllowedIps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a realm demands of every key at the moment it is made or changed. */
public final class KeyPolicy {

    private final RealmSettings settings;

    public KeyPolicy(RealmSettings settings) {
        this.settings = settings;
    }

    /** What the realm's lifetime rules refuse in an expiry, with the longest lifetime beginning now. */
    public List<Violation> violationsOfExpiry(Optional<Instant> expiresAt, Instant now) {
        return violationsOfExpiry(expiresAt, now, now);
    }

    /**
     * What the realm's lifetime rules refuse in an expiry.
     *
     * @param since when the longest lifetime begins
     */
    public List<Violation> violationsOfExpiry(Optional<Instant> expiresAt, Instant since, Instant now) {
        List<Violation> violations = new ArrayList<>();
        Optional<Instant> latest = settings.get(RealmSettings.MAX_LIFETIME).map(since::plusSeconds);
        boolean required = settings.get(RealmSettings.REQUIRE_EXPIRY) || latest.isPresent();
        if (expiresAt.isEmpty() && required) {
            violations.add(new Violation("expiresAt", "", "an instant, because this realm requires an expiry"));
        }
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
            violations.add(new Violation("expiresAt", expiresAt.get().toString(), "an instant in the future"));
        }
        if (expiresAt.isPresent() && latest.filter(expiresAt.get()::isAfter).isPresent()) {
            violations.add(new Violation(
                    "expiresAt",
                    expiresAt.get().toString(),
                    "an instant not after " + latest.get() + ", the longest lifetime of this realm"));
        }
        return violations;
    }

    /** What the realm's address rule refuses. */
    public List<Violation> violationsOfAddresses(AllowedIps allowedIps) {
        return settings.get(RealmSettings.REQUIRE_IP) && !allowedIps.restricted()
                ? List.of(new Violation(
                        "allowedIps", "", "at least one address or range, because this realm requires it"))
                : List.of();
    }
}
