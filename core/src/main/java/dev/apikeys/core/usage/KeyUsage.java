package dev.apikeys.core.usage;

import java.util.List;
import java.util.Optional;

/**
 * What happened to one key since somebody last asked.
 *
 * @param lastUse empty when no call was allowed
 */
public record KeyUsage(String keyId, List<HourlyCalls> calls, Optional<LastUse> lastUse) {

    public KeyUsage {
        calls = List.copyOf(calls);
    }
}
