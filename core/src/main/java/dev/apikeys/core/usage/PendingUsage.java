package dev.apikeys.core.usage;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.verify.DenialReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Verdicts of this process that nobody has written down yet, by key. Each is counted exactly once, whoever counts and
 * takes at the same time.
 */
public final class PendingUsage {

    private static final String ALLOWED = "allowed";

    private final Map<String, KeyTally> tallies = new ConcurrentHashMap<>();
    private final int mostKeys;

    /**
     * Begins with nothing.
     *
     * @param mostKeys of how many keys the calls are kept while nobody can write them down
     */
    public PendingUsage(int mostKeys) {
        this.mostKeys = mostKeys;
    }

    /**
     * Counts calls that were let through.
     *
     * @param calls 0 when a door only looked
     * @return false when they could not be counted, because the calls of too many keys wait already
     */
    public boolean allowed(String keyId, int calls, Optional<IpAddress> callerIp, Instant now) {
        if (calls == 0) {
            return true;
        }
        return add(keyId, hourly(now, ALLOWED, calls)) && change(keyId, tally -> tally.used(now, callerIp));
    }

    /**
     * Counts a call that was refused.
     *
     * @return false when it could not be counted, because the calls of too many keys wait already
     */
    public boolean refused(String keyId, DenialReason reason, Instant now) {
        return add(keyId, hourly(now, reason.code(), 1));
    }

    /** Takes everything: a caller that cannot write it down has to {@link #putBack} it. Sorted by key. */
    public List<KeyUsage> takeAll() {
        List<KeyUsage> all = new ArrayList<>();
        tallies.keySet().stream().sorted().forEach(key -> {
            KeyTally tally = tallies.remove(key);
            if (tally != null) {
                all.add(tally.take(key));
            }
        });
        return all;
    }

    /**
     * Adds what was taken and could not be written down.
     *
     * @return false when some of it is lost, because the calls of too many keys wait already
     */
    public boolean putBack(KeyUsage usage) {
        boolean kept = true;
        for (HourlyCalls calls : usage.calls()) {
            kept &= add(usage.keyId(), calls);
        }
        return kept
                && usage.lastUse()
                        .map(last -> change(usage.keyId(), tally -> tally.used(last.at(), last.callerIp())))
                        .orElse(true);
    }

    private static HourlyCalls hourly(Instant now, String outcome, int calls) {
        return new HourlyCalls(now.truncatedTo(ChronoUnit.HOURS), outcome, calls);
    }

    private boolean add(String keyId, HourlyCalls calls) {
        return change(keyId, tally -> tally.add(calls));
    }

    /** A tally that was taken meanwhile is no longer in the map: the next round finds or makes another. */
    private boolean change(String keyId, Predicate<KeyTally> change) {
        while (true) {
            KeyTally tally = tallies.get(keyId);
            if (tally == null && tallies.size() >= mostKeys) {
                return false;
            }
            if (tally == null) {
                tally = tallies.computeIfAbsent(keyId, key -> new KeyTally());
            }
            if (change.test(tally)) {
                return true;
            }
        }
    }
}
