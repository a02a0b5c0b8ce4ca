package dev.apikeys.keycloak.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.keycloak.limit.Outages.Question;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The counters of one set of nodes fail and come back. */
class OutagesTest {

    private static final long PAUSE = Outages.PAUSE.toNanos();

    /** A ticker may begin anywhere, and runs over in the middle of the tests. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - PAUSE / 2);

    private final Counter metric = new SimpleMeterRegistry().counter("unanswered");
    private final Outages outages = new Outages(counter -> "nodes", nanos::get, metric);

    @Nested
    class WhileAllIsWell {

        @Test
        void everyCallAsks() {
            assertThat(asks()).isTrue();
            assertThat(asks()).isTrue();
            assertThat(outages.last()).isFalse();
            assertThat(metric.count()).isZero();
        }

        @Test
        void anAnswerChangesNothing() {
            outages.counted(question());
            outages.answered(question());

            assertThat(asks()).isTrue();
            assertThat(outages.last()).isFalse();
            assertThat(metric.count()).isZero();
        }
    }

    @Nested
    class AfterAFailure {

        @BeforeEach
        void aCallGetsNoAnswer() {
            fail();
        }

        @Test
        void nobodyAsksUntilThePauseIsOver() {
            assertThat(outages.last()).isTrue();
            assertThat(asks()).isFalse();
            nanos.addAndGet(PAUSE - 1);
            assertThat(asks()).isFalse();
        }

        @Test
        void oneCallAsksAfterEachPause() {
            for (int pause = 0; pause < 3; pause++) {
                nanos.addAndGet(PAUSE);
                assertThat(asks()).isTrue();
                assertThat(asks()).isFalse();
                nanos.addAndGet(PAUSE - 1);
                assertThat(asks()).isFalse();
                nanos.addAndGet(1 - PAUSE);
            }
        }

        @Test
        void oneOfManyCallsAsksAfterAPause() throws Exception {
            nanos.addAndGet(PAUSE);

            assertThat(Crowd.of(8, OutagesTest.this::asks)).containsOnlyOnce(true);
        }

        @Test
        void whoeverAsksInAnyCaseNeitherWaitsForAPauseNorEndsIt() {
            assertThat(question().counter()).isEqualTo("key:a");
            assertThat(asks()).isFalse();
            nanos.addAndGet(PAUSE);
            question();
            assertThat(asks()).isTrue();
        }

        @Test
        void thePauseBeginsAgainWhenTheOneThatAskedGetsNoAnswer() {
            nanos.addAndGet(PAUSE);
            Question asked = outages.ask("key:a").orElseThrow();
            nanos.addAndGet(PAUSE / 2);
            outages.unanswered(asked, new TimeoutException());

            nanos.addAndGet(PAUSE - 1);
            assertThat(asks()).isFalse();
            nanos.addAndGet(1);
            assertThat(asks()).isTrue();
        }

        @Test
        void everyCallAsksAgainAfterOneWasCounted() {
            nanos.addAndGet(PAUSE);
            outages.counted(outages.ask("key:a").orElseThrow());

            assertThat(outages.last()).isFalse();
            assertThat(asks()).isTrue();
            assertThat(asks()).isTrue();
        }

        @Test
        void anAnswerForWhichNothingWasWrittenLetsTheNextCallAskAndNoMore() {
            nanos.addAndGet(PAUSE);
            outages.answered(outages.ask("key:a").orElseThrow());

            assertThat(outages.last()).isTrue();
            assertThat(asks()).isTrue();
            assertThat(asks()).isFalse();
        }

        @Test
        void theNextFailureBeginsAnotherPause() {
            outages.counted(question());
            nanos.addAndGet(10 * PAUSE);
            fail();

            assertThat(asks()).isFalse();
            nanos.addAndGet(PAUSE);
            assertThat(asks()).isTrue();
        }

        @Test
        void eachCallThatGotNoAnswerAndEachThatDidNotAskIsCounted() {
            asks();
            asks();
            assertThat(metric.count()).isEqualTo(3);
            nanos.addAndGet(PAUSE);
            asks();
            assertThat(metric.count()).isEqualTo(3);
            fail();
            assertThat(metric.count()).isEqualTo(4);
            outages.counted(question());
            asks();
            assertThat(metric.count()).isEqualTo(4);
        }
    }

    private boolean asks() {
        return outages.ask("key:a").isPresent();
    }

    private Question question() {
        return outages.questionInAnyCase("key:a");
    }

    private void fail() {
        outages.unanswered(question(), new TimeoutException());
    }
}
