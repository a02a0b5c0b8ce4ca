package dev.apikeys.keycloak;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.verify.DenialReason;
import dev.apikeys.keycloak.directory.LivePrincipal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.RealmModel;

/**
 * Error events for refused keys, at most so many per realm, reason and minute on a node: every error event is also a
 * line in the log, and a flood of bad keys must fill neither. The next event that is reported says how many were not.
 */
public final class DenialEvents {

    /** One for all doors, so that they report no more together. */
    public static final DenialEvents OF_THIS_NODE = new DenialEvents(Clock.systemUTC());

    private static final int MOST_PER_WINDOW = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Topic, Count> counts = new ConcurrentHashMap<>();

    public DenialEvents(Clock clock) {
        this.clock = clock;
    }

    private record Topic(String realmId, DenialReason reason) {}

    private record Count(Instant start, int reported, long suppressed, long suppressedBefore) {

        static Count first(Instant now, long suppressedBefore) {
            return new Count(now, 1, 0, suppressedBefore);
        }

        /** A clock that was put back must not keep the window open for as long as it was ahead. */
        Count next(Instant now) {
            if (now.isAfter(start.plus(WINDOW)) || now.isBefore(start)) {
                return first(now, suppressed);
            }
            return reported < MOST_PER_WINDOW
                    ? new Count(start, reported + 1, suppressed, 0)
                    : new Count(start, reported, suppressed + 1, 0);
        }
    }

    /**
     * Reports the refusal, or counts it among those that were not reported.
     *
     * @param event made only for a refusal that is reported
     */
    public void report(RealmModel realm, DenialReason reason, Supplier<EventBuilder> event) {
        admit(realm.getId(), reason).ifPresent(suppressed -> {
            EventBuilder reported = event.get().detail(Details.REASON, reason.code());
            if (suppressed > 0) {
                reported.detail("suppressed", Long.toString(suppressed));
            }
            reported.error(Errors.INVALID_TOKEN);
        });
    }

    /** How many were not reported before this one, which is; empty when it is not, either. */
    Optional<Long> admit(String realmId, DenialReason reason) {
        Count count = counts.compute(new Topic(realmId, reason), (topic, last) -> {
            // read here, one caller after the other: who comes late is no clock that was put back
            Instant now = clock.instant();
            return last == null ? Count.first(now, 0) : last.next(now);
        });
        return count.suppressed() > 0 ? Optional.empty() : Optional.of(count.suppressedBefore());
    }

    /** Says in an event which key it is about, whose, and for whom. */
    public static EventBuilder describe(EventBuilder event, ApiKey key, LivePrincipal principal) {
        principal.subject().ifPresent(event::user);
        principal.client().ifPresent(client -> event.detail(Details.TOKEN_ISSUED_FOR, client.getClientId()));
        return event.detail(Details.TOKEN_TYPE, "api_key").detail("api_key_id", key.id());
    }
}
