package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Unavailable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One question per key at a time: only then does an answer know of every call that was reported before it. */
final class Turns {

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    private static final class Turn {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
        private final AtomicInteger questions = new AtomicInteger();
        private @Nullable Outcome last;
    }

    private record Outcome(AnswerKey key, Answer answer) {

        /** Whoever waited for a failure need not try it again, nor ask what was just refused. */
        boolean holdsFor(AnswerKey other) {
            return answer instanceof Unavailable || (!(answer instanceof Active) && key.equals(other));
        }
    }

    /** The answer of the question, or that to the one before when it was refused or failed while this one waited. */
    Answer ask(AnswerKey key, Supplier<Answer> question) {
        Turn turn = enter(key.keyDigest());
        try {
            int before = turn.questions.get();
            turn.lock.lock();
            try {
                Outcome meanwhile = turn.last;
                if (meanwhile != null && before != turn.questions.get() && meanwhile.holdsFor(key)) {
                    return meanwhile.answer();
                }
                Answer answer = question.get();
                turn.last = new Outcome(key, answer);
                turn.questions.incrementAndGet();
                return answer;
            } finally {
                turn.lock.unlock();
            }
        } finally {
            leave(key.keyDigest());
        }
    }

    /** Something else that must not happen during a question. */
    <T> T run(String keyDigest, Supplier<T> work) {
        Turn turn = enter(keyDigest);
        turn.lock.lock();
        try {
            return work.get();
        } finally {
            turn.lock.unlock();
            leave(keyDigest);
        }
    }

    private Turn enter(String keyDigest) {
        return turns.compute(keyDigest, (digest, old) -> {
            Turn turn = old == null ? new Turn() : old;
            turn.users++;
            return turn;
        });
    }

    private void leave(String keyDigest) {
        turns.computeIfPresent(keyDigest, (digest, turn) -> {
            turn.users--;
            return turn.users == 0 ? null : turn;
        });
    }
}
