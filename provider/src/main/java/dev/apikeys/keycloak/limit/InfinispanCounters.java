package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Windows;
import dev.apikeys.keycloak.limit.Outages.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.infinispan.functional.FunctionalMap.ReadWriteMap;

/** Counters in a cache that all nodes share; each call is one function that runs where its counter lives. */
final class InfinispanCounters implements Counters {

    private final ReadWriteMap<String, byte[]> cache;
    private final Outages outages;
    private final Duration patience;

    /**
     * @param patience how long a call may wait for its counter
     */
    InfinispanCounters(ReadWriteMap<String, byte[]> cache, Outages outages, Duration patience) {
        this.cache = cache;
        this.outages = outages;
        this.patience = patience;
    }

    @Override
    public Counting take(String counter, List<RateLimit> limits, int cost, Instant now) {
        TakeFunction function = new TakeFunction(PackedWindows.packLimits(limits), cost, now.toEpochMilli());
        return outages.ask(counter)
                .flatMap(question -> ask(question, function, cost))
                .<Counting>map(counted -> counted)
                .orElseGet(() -> new Unreachable(Outages.PAUSE));
    }

    private Optional<Counted> ask(Question question, TakeFunction function, int cost) {
        Optional<Counted> answer =
                answer(question, () -> Answer.unpack(await(cache.eval(question.counter(), function))));
        answer.ifPresent(counted -> {
            if (counted.permitted() && cost > 0) {
                outages.counted(question);
            } else {
                outages.answered(question);
            }
        });
        return answer;
    }

    /** During an outage nobody waits for it: it arrives or it does not. */
    @Override
    public void giveBack(String counter, Windows taken, int cost, Instant now) {
        GiveBackFunction function = new GiveBackFunction(PackedWindows.pack(taken), cost, now.toEpochMilli());
        Question question = outages.questionInAnyCase(counter);
        answer(question, () -> {
            CompletableFuture<Boolean> done = cache.eval(counter, function);
            return outages.last() || await(done);
        });
    }

    private <T> T await(CompletableFuture<T> answer) throws Exception {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Empty when nobody answered in time. */
    private <T> Optional<T> answer(Question question, Callable<T> asking) {
        try {
            return Optional.of(asking.call());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (Exception e) {
            outages.unanswered(question, e);
            return Optional.empty();
        }
    }
}
