package dev.apikeys.keycloak.introspection;

import dev.apikeys.core.verify.DenialReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.RealmModel;

/**
 * Error events for refused keys, at most so many per realm, reason and minute on a node: every error event is also a
 * line in the log, and a flood of bad keys must fill neither. The next event that is reported says how many were not.
 */
final class DenialEvents {

    private static final int MOST_PER_WINDOW = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Topic, Count> counts = new ConcurrentHashMap<>();

    DenialEvents(Clock clock) {
        this.clock = clock;
    }

    private record Topic(String realmId, DenialReason reason) {}

    private record Count(Instant start, int reported, long suppressed, long suppressedBefore) {

        static Count first(Instant now, long suppressedBefore) {
            return new Count(now, 1, 0, suppressedBefore);
        }

        Count next(Instant now) {
            if (now.isAfter(start.plus(WINDOW))) {
                return first(now, suppressed);
            }
            return reported < MOST_PER_WINDOW
                    ? new Count(start, reported + 1, suppressed, 0)
                    : new Count(start, reported, suppressed + 1, 0);
        }
    }

    void report(RealmModel realm, DenialReason reason, EventBuilder event) {
        Instant now = clock.instant();
        Count count = counts.compute(
                new Topic(realm.getId(), reason), (topic, last) -> last == null ? Count.first(now, 0) : last.next(now));
        if (count.suppressed() > 0) {
            return;
        }
        event.detail(Details.REASON, reason.code());
        if (count.suppressedBefore() > 0) {
            event.detail("suppressed", Long.toString(count.suppressedBefore()));
        }
        event.error(Errors.INVALID_TOKEN);
    }
}
