package dev.apikeys.core.usage;

import dev.apikeys.core.ip.IpAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * When a key last opened a door.
 *
 * @param callerIp from where; empty when unknown or not to be kept
 */
public record LastUse(Instant at, Optional<IpAddress> callerIp) {}
