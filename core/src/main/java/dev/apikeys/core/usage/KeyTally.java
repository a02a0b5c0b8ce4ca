package dev.apikeys.core.usage;

import dev.apikeys.core.ip.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls of one key that nobody has written down yet. Once it was taken, nothing can be added. */
final class KeyTally {

    private record Slot(Instant hour, String outcome) {}

    /** The same on every node: whoever writes two of them down at a time begins with the same one. */
    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::hour).thenComparing(Slot::outcome);

    private final Map<Slot, Long> calls = new TreeMap<>(ORDER);
    private Optional<LastUse> lastUse = Optional.empty();
    private boolean taken;

    /** Whether there was still time. */
    synchronized boolean add(HourlyCalls more) {
        if (taken) {
            return false;
        }
        calls.merge(new Slot(more.hour(), more.outcome()), more.calls(), Long::sum);
        return true;
    }

    /** Whether there was still time. */
    synchronized boolean used(Instant at, Optional<IpAddress> callerIp) {
        if (taken) {
            return false;
        }
        if (lastUse.isEmpty() || at.isAfter(lastUse.get().at())) {
            lastUse = Optional.of(new LastUse(at, callerIp));
        }
        return true;
    }

    synchronized KeyUsage take(String keyId) {
        taken = true;
        List<HourlyCalls> rows = new ArrayList<>(calls.size());
        calls.forEach((slot, number) -> rows.add(new HourlyCalls(slot.hour(), slot.outcome(), number)));
        return new KeyUsage(keyId, rows, lastUse);
    }
}
