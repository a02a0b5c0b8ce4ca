package dev.apikeys.keycloak.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apikeys.keycloak.limit.Outages.Question;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Answers that come late, and outages that nobody looks after any more. */
class OutageRacesTest {

    private static final long PAUSE = Outages.PAUSE.toNanos();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - PAUSE / 2);
    private final Counter metric = new SimpleMeterRegistry().counter("unanswered");

    /** Time passes between any two looks at it. */
    private final Ticker ticker = nanos::getAndIncrement;

    private final Outages outages = new Outages(counter -> "nodes", ticker, metric);

    @Test
    void aFailureOfAQuestionThatWasAskedBeforeTheEndBeginsNoOutage() {
        Question late = ask();
        fail(ask());
        outages.counted(outages.questionInAnyCase("key:a"));

        fail(late);

        assertThat(outages.last()).isFalse();
        assertThat(metric.count()).isEqualTo(2);
    }

    @Test
    void aFailureOfAQuestionThatWasAskedAfterTheEndBeginsAnOutage() {
        fail(ask());
        outages.counted(outages.questionInAnyCase("key:a"));

        fail(ask());

        assertThat(outages.last()).isTrue();
    }

    @Test
    void aQuestionThatWasAskedInTheInstantOfTheEndCountsAsAskedAfterIt() {
        Outages frozen = new Outages(counter -> "nodes", () -> 7, metric);
        frozen.unanswered(frozen.questionInAnyCase("key:a"), new TimeoutException());
        frozen.counted(frozen.questionInAnyCase("key:a"));

        frozen.unanswered(frozen.questionInAnyCase("key:a"), new TimeoutException());

        assertThat(frozen.last()).isTrue();
    }

    @Test
    void aCallThatWasAskedBeforeTheOutageBeganDoesNotEndItWhenItIsCounted() {
        Question late = ask();
        fail(ask());

        outages.counted(late);

        assertThat(outages.last()).isTrue();
        assertThat(outages.ask("key:a")).isEmpty();
    }

    @Test
    void furtherFailuresDoNotMoveTheBeginning() {
        fail(ask());
        Question meanwhile = outages.questionInAnyCase("key:a");
        fail(outages.questionInAnyCase("key:a"));

        outages.counted(meanwhile);

        assertThat(outages.last()).isFalse();
    }

    @Test
    void anOutageThatNobodyTriedToEndForLongIsOverForTheNextCall() {
        fail(ask());
        nanos.addAndGet(PAUSE + Outages.FORGOTTEN.toNanos());

        ask();

        assertThat(outages.last()).isFalse();
    }

    @Test
    void anOutageThatSomebodyTriedToEndLatelyLasts() {
        fail(ask());
        nanos.addAndGet(Outages.FORGOTTEN.toNanos());
        ask();
        nanos.addAndGet(Outages.FORGOTTEN.toNanos());

        ask();

        assertThat(outages.last()).isTrue();
        assertThat(outages.ask("key:a")).isEmpty();
    }

    @Test
    void theCallThatFindsAnOutageForgottenBeginsTheNextWhenItFails() {
        fail(ask());
        nanos.addAndGet(PAUSE + Outages.FORGOTTEN.toNanos());

        fail(ask());

        assertThat(outages.last()).isTrue();
        assertThat(outages.ask("key:a")).isEmpty();
    }

    private Question ask() {
        return outages.ask("key:a").orElseThrow();
    }

    private void fail(Question question) {
        outages.unanswered(question, new TimeoutException());
    }
}
