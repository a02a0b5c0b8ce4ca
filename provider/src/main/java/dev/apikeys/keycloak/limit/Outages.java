package dev.apikeys.keycloak.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps calls from waiting for counters that do not answer. Counters fail with the nodes that keep them, so there is an
 * outage for each set of nodes: after a failure nobody asks the counters of that set for a while, then one call tries
 * again. The log has one line when the first outage begins and one when the last has ended.
 */
final class Outages {

    /** How long nobody asks after a failure. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    /** When nobody has tried for so long, the set of nodes keeps nothing any more. */
    static final Duration FORGOTTEN = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(Outages.class);

    private final Function<String, Object> owners;
    private final Ticker ticker;
    private final Counter metric;
    private final Map<Object, Outage> lasting = new ConcurrentHashMap<>();
    private final AtomicLong unanswered = new AtomicLong();
    private volatile Optional<Long> lastEnd = Optional.empty();

    /**
     * @param owners the nodes that keep a counter
     * @param metric counts the questions that got no answer, and those that were not asked
     */
    Outages(Function<String, Object> owners, Ticker ticker, Counter metric) {
        this.owners = owners;
        this.ticker = ticker;
        this.metric = metric;
    }

    /** A question that may be asked; what came of it has to be told. */
    record Question(String counter, long askedAt) {}

    private record Outage(long begin, AtomicLong nextTry) {

        boolean mayTry(long now) {
            long next = nextTry.get();
            return now - next >= 0 && nextTry.compareAndSet(next, now + PAUSE.toNanos());
        }
    }

    /** Whether there is one. */
    boolean last() {
        return !lasting.isEmpty();
    }

    /** Empty during an outage, but for one call after each pause. */
    Optional<Question> ask(String counter) {
        long now = ticker.read();
        if (last() && !mayTry(counter, now)) {
            count();
            return Optional.empty();
        }
        return Optional.of(new Question(counter, now));
    }

    /** A question that is asked during an outage, too. */
    Question questionInAnyCase(String counter) {
        return new Question(counter, ticker.read());
    }

    private boolean mayTry(String counter, long now) {
        lasting.forEach((group, outage) -> {
            if (now - outage.nextTry().get() >= FORGOTTEN.toNanos()) {
                end(group, now);
            }
        });
        Outage outage = lasting.get(owners.apply(counter));
        return outage == null || outage.mayTry(now);
    }

    /** Nobody answered. A question that was asked before the last outage ended says nothing about now. */
    synchronized void unanswered(Question question, Exception cause) {
        count();
        if (lastEnd.filter(end -> question.askedAt() - end < 0).isPresent()) {
            return;
        }
        boolean first = lasting.isEmpty();
        long now = ticker.read();
        lasting.computeIfAbsent(owners.apply(question.counter()), group -> new Outage(now, new AtomicLong()))
                .nextTry()
                .set(now + PAUSE.toNanos());
        if (first) {
            LOG.warnf(
                    cause,
                    "The shared counters of the API key rate limits do not answer."
                            + " The realm attribute api-keys.rate-limit-failure decides calls until they do");
        }
    }

    /** The call was counted: its counters are back, unless it was asked before they were gone. */
    void counted(Question question) {
        if (last()) {
            Object group = owners.apply(question.counter());
            Outage outage = lasting.get(group);
            if (outage != null && question.askedAt() - outage.begin() >= 0) {
                end(group, ticker.read());
            }
        }
    }

    /** An answer for which nothing had to be written, which says little: the next call may ask as well. */
    void answered(Question question) {
        if (last()) {
            Outage outage = lasting.get(owners.apply(question.counter()));
            if (outage != null) {
                outage.nextTry().set(ticker.read());
            }
        }
    }

    private synchronized void end(Object group, long now) {
        if (lasting.remove(group) != null) {
            lastEnd = Optional.of(now);
            if (lasting.isEmpty()) {
                LOG.infof(
                        "The shared counters of the API key rate limits answer again; questions without an answer: %d",
                        unanswered.getAndSet(0));
            }
        }
    }

    private void count() {
        unanswered.incrementAndGet();
        metric.increment();
    }
}
