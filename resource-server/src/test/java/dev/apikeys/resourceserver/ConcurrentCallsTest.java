package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrentCallsTest {

    private static final Question QUESTION = question("calls:read");

    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    private final FakeKeycloak keycloak = new FakeKeycloak(1000, clock);
    private final CachedAnswers answers = new CachedAnswers(keycloak, 10, clock);
    private final CountDownLatch counted = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void whoeverWaitsForAQuestionUsesItsAnswer() throws InterruptedException {
        assertThat(secondDuringFirst(QUESTION)).isInstanceOf(Active.class);

        assertThat(keycloak.costs).containsExactly(1);
    }

    @Test
    void whoeverWaitsForAQuestionThatFailsDoesNotWaitForAnother() throws InterruptedException {
        keycloak.gone = true;

        assertThat(secondDuringFirst(question("calls:write"))).isInstanceOf(Unavailable.class);
        assertThat(keycloak.costs).containsExactly(1);
    }

    @Test
    void aRefusalIsSharedByWhoeverAsksTheSame() throws InterruptedException {
        keycloak.error = Optional.of("key_revoked");

        assertThat(secondDuringFirst(QUESTION)).isInstanceOf(Answer.Inactive.class);
        assertThat(keycloak.costs).containsExactly(1);
        assertThat(answers.ask(QUESTION)).isInstanceOf(Answer.Inactive.class);
        assertThat(keycloak.costs).containsExactly(1, 1);
    }

    @Test
    void noMoreCallsAreLetThroughThanTheLimitHasWhoeverIsRefusedMeanwhile() throws InterruptedException {
        keycloak.limit = 300;
        keycloak.afterCounting = Thread::yield;
        AtomicInteger letThrough = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            Question question = question("scope" + caller % 3);
            callers.add(new Thread(() -> {
                for (int call = 0; call < 100; call++) {
                    answers.ask(question("admin"));
                    if (answers.ask(question) instanceof Active) {
                        letThrough.incrementAndGet();
                    }
                }
            }));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(letThrough).hasValue(300);
        assertThat(keycloak.used).isEqualTo(300);
    }

    /** What the second call gets that begins while the answer to the first is under way. */
    private Answer secondDuringFirst(Question second) throws InterruptedException {
        keycloak.afterCounting = () -> {
            counted.countDown();
            awaitQuietly(released);
        };
        Thread first = new Thread(() -> answers.ask(QUESTION));
        first.start();
        counted.await();
        AtomicReference<Answer> answer = new AtomicReference<>();
        Thread waiting = new Thread(() -> answer.set(answers.ask(second)));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        released.countDown();
        first.join();
        waiting.join();
        return Objects.requireNonNull(answer.get());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Question question(String scope) {
        return new Question(new PresentedKey("sk_live_a"), Set.of(scope), Optional.of("203.0.113.7"));
    }
}
