package dev.apikeys.core.model;

import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.limit.RateLimit;
import java.util.List;
import java.util.Optional;

/**
 * What narrows the use of a key beside its scopes.
 *
 * @param limits the key's own rate limits: empty means the realm's default, an empty list means none
 */
public record KeyRestrictions(AllowedIps allowedIps, Optional<List<RateLimit>> limits) {

    public KeyRestrictions {
        limits = limits.map(List::copyOf);
    }
}
