package dev.apikeys.core.usage;

import java.time.Instant;

/**
 * Calls of one key within one hour that ended alike.
 *
 * @param hour when it began; hours are those of UTC
 * @param outcome {@code allowed}, the code of the reason why not, or a {@link StoredOutcome}
 */
public record HourlyCalls(Instant hour, String outcome, long calls) {}
