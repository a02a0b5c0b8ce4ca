package dev.apikeys.core.ip;

import java.util.List;
import java.util.Optional;

/**
 * The addresses a key may be used from.
 *
 * @param ranges empty when the key may be used from everywhere
 */
public record AllowedIps(List<IpRange> ranges) {

    public static final AllowedIps ALL = new AllowedIps(List.of());

    public AllowedIps {
        ranges = List.copyOf(ranges);
    }

    public boolean restricted() {
        return !ranges.isEmpty();
    }

    /** A restricted key whose caller's address is unknown is denied. */
    public boolean permits(Optional<IpAddress> caller) {
        return !restricted()
                || caller.map(address -> ranges.stream().anyMatch(range -> range.contains(address)))
                        .orElse(false);
    }
}
