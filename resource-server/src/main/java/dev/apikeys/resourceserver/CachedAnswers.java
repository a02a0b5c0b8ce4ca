package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Inactive;
import dev.apikeys.resourceserver.Answer.Unavailable;
import dev.apikeys.resourceserver.CallBudget.Unreported;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Remembers good answers for some seconds. Calls that are let through from memory are reported with the next question
 * about the key, as its {@code cost}; those of a key that is no longer used, by {@link #reportIdle()}. Questions about one key
 * are put one after another.
 */
final class CachedAnswers {

    static final int MOST_ENTRIES = 10_000;

    private static final Answer TOO_LATE = new Unavailable("no time is left", true);

    private final Turns turns = new Turns();
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
        Optional<Answer> use(Question question, Instant now) {
            if (!now.isBefore(end)) {
                return Optional.empty();
            }
            return budget.isEmpty()
                    ? Optional.of(answer)
                    : budget.get().spend(question, now).map(answer::withLimits);
        }
    }

    Answer ask(Question question) {
        if (closed) {
            return introspection.ask(question, 1);
        }
        AnswerKey key = AnswerKey.of(question);
        return remembered(key, question)
                .orElseGet(
                        () -> turns.ask(key, () -> remembered(key, question).orElseGet(() -> askAnew(key, question))));
    }

    private Optional<Answer> remembered(AnswerKey key, Question question) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> !closed)
                .flatMap(entry -> entry.use(question, clock.instant()));
    }

    Answer look(Question question) {
        return introspection.ask(question, 0);
    }

    /** In the key's turn. */
    private Answer askAnew(AnswerKey key, Question question) {
        Instant asked = clock.instant();
        Optional<Unreported> unreported =
                Optional.ofNullable(budgets.get(key.keyDigest())).flatMap(budget -> budget.take(asked));
        int cost = unreported.map(Unreported::calls).orElse(0) + 1;
        Answer answer = introspection.ask(question, cost);
        if (answer instanceof Active active) {
            remember(key, active, asked);
            return answer;
        }
        if (answer instanceof Inactive inactive) {
            if (!inactive.because(Denial.INSUFFICIENT_SCOPE) && !inactive.because(Denial.IP_DENIED)) {
                exhaust(key.keyDigest());
            }
            if (inactive.because(Denial.RATE_LIMIT_EXCEEDED) && unreported.isPresent()) {
                return inactive.withLimits(reportWhatFits(unreported.get(), inactive, cost));
            }
        }
        unreported.filter(calls -> isUncounted(answer)).ifPresent(calls -> budget(key.keyDigest())
                .owe(calls));
        return answer;
    }

    /** What may have been counted is not reported again: better a call too few than a thousand twice. */
    private static boolean isUncounted(Answer answer) {
        return !(answer instanceof Unavailable unavailable) || unavailable.uncounted();
    }

    private void remember(AnswerKey key, Active active, Instant asked) {
        boolean known = budgets.containsKey(key.keyDigest());
        boolean full = entries.size() >= MOST_ENTRIES || budgets.size() >= MOST_ENTRIES;
        if (closed || (full && !known)) {
            return;
        }
        Optional<CallBudget> budget = active.isKey() ? Optional.of(budget(key.keyDigest())) : Optional.empty();
        budget.ifPresent(some -> some.told(active.limits(), asked));
        if (entries.size() < MOST_ENTRIES || entries.containsKey(key)) {
            entries.put(key, new Entry(active, active.end(asked.plusSeconds(seconds), asked), budget));
        }
    }

    private CallBudget budget(String keyDigest) {
        return budgets.compute(keyDigest, (digest, old) -> old == null || old.isRetired() ? new CallBudget() : old);
    }

    private void exhaust(String keyDigest) {
        Optional.ofNullable(budgets.get(keyDigest)).ifPresent(CallBudget::exhaust);
    }

    /**
     * Reports the calls of keys that nobody asks about any more, and those of windows that are over before it is called the
     * next time, and forgets what is too old.
     */
    void reportIdle() {
        Instant now = clock.instant();
        Instant idle = now.minusSeconds(seconds);
        entries.values().removeIf(entry -> !now.isBefore(entry.end()));
        reportAll(budget -> budget.isDue(idle, now.plusSeconds(seconds)), Instant.MAX);
        budgets.values().removeIf(budget -> budget.retire(idle));
    }

    private boolean reportAll(Predicate<CallBudget> due, Instant deadline) {
        return budgets.entrySet().stream()
                .filter(each -> due.test(each.getValue()))
                .allMatch(each -> turns.run(each.getKey(), () -> reportAll(each.getKey(), each.getValue(), deadline)));
    }

    private boolean reportAll(String keyDigest, CallBudget budget, Instant deadline) {
        boolean reported = true;
        Instant now = clock.instant();
        Optional<Unreported> calls = budget.take(now);
        while (calls.isPresent() && reported) {
            Answer answer = now.isAfter(deadline) ? TOO_LATE : report(calls.get());
            if (answer instanceof Active active) {
                budget.told(active.limits(), now);
            }
            reported = !(answer instanceof Unavailable);
            if (!reported && isUncounted(answer)) {
                budget(keyDigest).owe(calls.get());
            }
            now = clock.instant();
            calls = reported ? budget.take(now) : calls;
        }
        return reported;
    }

    /** Calls of a key that is no longer good are of no interest any more. */
    private Answer report(Unreported calls) {
        Answer answer = introspection.ask(calls.use(), calls.calls());
        if (answer instanceof Inactive inactive && inactive.because(Denial.RATE_LIMIT_EXCEEDED)) {
            reportWhatFits(calls, inactive, calls.calls());
        }
        return answer;
    }

    /**
     * A cost is counted as a whole or not at all: others have used the limit up meanwhile, and the rest was too much.
     *
     * @return where the limits stand then, with nothing left of those that could not take the cost
     */
    private List<RateLimit> reportWhatFits(Unreported calls, Inactive refusal, int cost) {
        long left =
                refusal.limits().stream().mapToLong(RateLimit::remaining).min().orElse(0);
        int fitting = (int) Math.min(left, calls.calls());
        Answer answer = fitting > 0 ? introspection.ask(calls.use(), fitting) : refusal;
        return answer instanceof Active active
                ? active.limits()
                : refusal.limits().stream().map(limit -> limit.orNone(cost)).toList();
    }

    /**
     * Reports all that is left; from now on every call is asked about.
     *
     * @return whether all of it was reported; no report is begun after the time
     */
    boolean close(Duration time) {
        closed = true;
        budgets.values().forEach(CallBudget::exhaust);
        boolean reported = reportAll(budget -> true, clock.instant().plus(time));
        entries.clear();
        return reported;
    }
}
