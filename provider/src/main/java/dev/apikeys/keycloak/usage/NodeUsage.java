package dev.apikeys.keycloak.usage;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.usage.PendingUsage;
import dev.apikeys.core.verify.Verdict;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.VerdictObserver;
import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What a node counts: in the metrics always, by key unless that is switched off. Spans that are recorded tell it, too. */
final class NodeUsage implements UsageProvider {

    private final Optional<PendingUsage> pending;
    private final VerdictMetrics metrics;
    private final Supplier<Span> span;
    private final Clock clock;

    /**
     * What one request counts with.
     *
     * @param span that of the request
     */
    NodeUsage(Optional<PendingUsage> pending, VerdictMetrics metrics, Supplier<Span> span, Clock clock) {
        this.pending = pending;
        this.metrics = metrics;
        this.span = span;
        this.clock = clock;
    }

    @Override
    public VerdictObserver observer(DoorName door, boolean keepsAddresses) {
        long begin = System.nanoTime();
        return (verdict, callerIp, calls) -> {
            metrics.count(door, verdict, System.nanoTime() - begin);
            VerdictSpan.describe(span.get(), door, verdict);
            Optional<IpAddress> kept = keepsAddresses ? callerIp : Optional.empty();
            pending.ifPresent(some -> {
                if (!count(some, verdict, kept, calls, clock.instant())) {
                    metrics.lost(calls);
                }
            });
        };
    }

    private static boolean count(
            PendingUsage pending, Verdict verdict, Optional<IpAddress> callerIp, int calls, Instant now) {
        if (verdict instanceof Allowed allowed) {
            return pending.allowed(allowed.found().key().id(), calls, callerIp, now);
        }
        Denied denied = (Denied) verdict;
        return denied.found()
                .map(found -> pending.refused(found.key().id(), denied.reason(), now))
                .orElse(true);
    }

    @Override
    public void close() {}
}
