package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Inactive;
import dev.apikeys.resourceserver.Answer.Unavailable;
import dev.apikeys.resourceserver.CallBudget.Unreported;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers good answers for some seconds. Calls that are let through from memory are reported with the next question
 * about the key, as its {@code cost}; those of a key that is no longer used, by {@link #reportIdle()}.
 */
final class CachedAnswers implements Answers {

    static final int MOST_ENTRIES = 10_000;

    private final Introspection introspection;
    private final int seconds;
    private final Clock clock;
    private final Map<AnswerKey, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, CallBudget> budgets = new ConcurrentHashMap<>();
    private volatile boolean closed;

    CachedAnswers(Introspection introspection, int seconds, Clock clock) {
        this.introspection = introspection;
        this.seconds = seconds;
        this.clock = clock;
    }

    private record Entry(Active answer, Instant end, Optional<CallBudget> budget) {

        /** Tokens that are no keys are not counted. */
        Optional<Active> use(Question question, Instant now) {
            if (!now.isBefore(end)) {
                return Optional.empty();
            }
            return budget.isEmpty()
                    ? Optional.of(answer)
                    : budget.get().spend(question, now).map(this::withLimits);
        }

        private Active withLimits(List<RateLimit> limits) {
            return new Active(answer.scopes(), answer.claims(), limits, answer.expiry());
        }
    }

    @Override
    public Answer ask(Question question) {
        AnswerKey key = AnswerKey.of(question);
        Optional<Active> remembered = Optional.ofNullable(entries.get(key))
                .filter(entry -> !closed)
                .flatMap(entry -> entry.use(question, clock.instant()));
        return remembered.isPresent() ? remembered.get() : askAnew(key, question);
    }

    @Override
    public Answer look(Question question) {
        return introspection.ask(question, 0);
    }

    private Answer askAnew(AnswerKey key, Question question) {
        Optional<Unreported> unreported =
                Optional.ofNullable(budgets.get(key.keyDigest())).flatMap(CallBudget::take);
        int earlier = unreported.map(Unreported::calls).orElse(0);
        Answer answer = introspection.ask(question, earlier + 1);
        if (answer instanceof Active active) {
            remember(key, active);
            return answer;
        }
        if (answer instanceof Inactive inactive) {
            if (!inactive.because(Denial.INSUFFICIENT_SCOPE) && !inactive.because(Denial.IP_DENIED)) {
                exhaust(key.keyDigest());
            }
            if (inactive.because(Denial.RATE_LIMIT_EXCEEDED)) {
                unreported.ifPresent(calls -> reportWhatFits(calls, inactive));
                return answer;
            }
        }
        unreported.ifPresent(calls -> budget(key.keyDigest()).owe(calls));
        return answer;
    }

    private void remember(AnswerKey key, Active active) {
        boolean known = budgets.containsKey(key.keyDigest());
        boolean full = entries.size() >= MOST_ENTRIES || budgets.size() >= MOST_ENTRIES;
        if (closed || (full && !known)) {
            return;
        }
        Instant now = clock.instant();
        Instant end = now.plusSeconds(seconds);
        if (active.expiry().isPresent() && active.expiry().getAsLong() < end.getEpochSecond()) {
            end = Instant.ofEpochSecond(active.expiry().getAsLong());
        }
        Optional<CallBudget> budget = active.isKey() ? Optional.of(budget(key.keyDigest())) : Optional.empty();
        budget.ifPresent(some -> some.told(active.limits(), now));
        if (entries.size() < MOST_ENTRIES || entries.containsKey(key)) {
            entries.put(key, new Entry(active, end, budget));
        }
    }

    private CallBudget budget(String keyDigest) {
        return budgets.compute(keyDigest, (digest, old) -> old == null || old.isRetired() ? new CallBudget() : old);
    }

    private void exhaust(String keyDigest) {
        Optional.ofNullable(budgets.get(keyDigest)).ifPresent(CallBudget::exhaust);
    }

    /** Reports the calls of keys that nobody asks about any more, and forgets what is too old. */
    void reportIdle() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> !now.isBefore(entry.end()));
        reportAll(now.minusSeconds(seconds));
        budgets.values().removeIf(budget -> budget.retire(now.minusSeconds(seconds)));
    }

    private void reportAll(Instant idleSince) {
        for (Map.Entry<String, CallBudget> each : budgets.entrySet()) {
            Optional<Unreported> calls =
                    each.getValue().idleSince(idleSince) ? each.getValue().take() : Optional.empty();
            while (calls.isPresent()) {
                if (!report(calls.get())) {
                    budget(each.getKey()).owe(calls.get());
                    return;
                }
                calls = each.getValue().take();
            }
        }
    }

    /** Whether it was understood; calls of a key that is no longer good are of no interest any more. */
    private boolean report(Unreported calls) {
        Answer answer = introspection.ask(calls.use(), calls.calls());
        if (answer instanceof Inactive inactive && inactive.because(Denial.RATE_LIMIT_EXCEEDED)) {
            reportWhatFits(calls, inactive);
        }
        return !(answer instanceof Unavailable);
    }

    /** A cost is counted as a whole or not at all: others have used the limit up meanwhile, and the rest was too much. */
    private void reportWhatFits(Unreported calls, Inactive refusal) {
        long left =
                refusal.limits().stream().mapToLong(RateLimit::remaining).min().orElse(0);
        int fitting = (int) Math.min(left, calls.calls());
        if (fitting > 0) {
            introspection.ask(calls.use(), fitting);
        }
    }

    /** Reports all that is left; from now on every call is asked about. */
    @Override
    public void close() {
        closed = true;
        reportAll(Instant.MAX);
        entries.clear();
    }
}
