package dev.apikeys.keycloak.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.keycloak.limit.Outages.Question;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The nodes that keep counter a fail; those of b answer, and c lies where a lies. */
class OutagesOfSeveralNodesTest {

    private static final long PAUSE = Outages.PAUSE.toNanos();

    private final Map<String, Object> owners = new HashMap<>(
            Map.of("a", Set.of("node 1", "node 2"), "b", Set.of("node 2", "node 3"), "c", Set.of("node 2", "node 1")));
    private final AtomicLong nanos = new AtomicLong();
    private final Outages outages =
            new Outages(owners::get, nanos::get, new SimpleMeterRegistry().counter("unanswered"));

    @BeforeEach
    void theNodesOfCounterAFail() {
        fail("a");
    }

    @Test
    void callsOfOtherNodesGoOn() {
        assertThat(asks("b")).isTrue();
        assertThat(asks("b")).isTrue();
        assertThat(outages.last()).isTrue();
    }

    @Test
    void allCountersOfTheSameNodesPause() {
        assertThat(asks("a")).isFalse();
        assertThat(asks("c")).isFalse();
        nanos.addAndGet(PAUSE);
        assertThat(asks("c")).isTrue();
        assertThat(asks("a")).isFalse();
    }

    @Test
    void answersOfOtherNodesNeitherEndTheOutageNorShortenThePause() {
        Question toB = outages.ask("b").orElseThrow();
        outages.counted(toB);
        outages.answered(toB);

        assertThat(outages.last()).isTrue();
        assertThat(asks("a")).isFalse();
        assertThat(asks("c")).isFalse();
    }

    @Test
    void eachSetOfNodesHasItsOwnPauseAndItsOwnEnd() {
        nanos.addAndGet(PAUSE / 2);
        fail("b");
        nanos.addAndGet(PAUSE / 2);
        assertThat(asks("a")).isTrue();
        assertThat(asks("b")).isFalse();

        outages.counted(outages.questionInAnyCase("c"));

        assertThat(asks("a")).isTrue();
        assertThat(asks("a")).isTrue();
        assertThat(asks("b")).isFalse();
        assertThat(outages.last()).isTrue();
    }

    @Test
    void nodesThatKeepNothingAnyMoreAreForgottenWhenAnybodyAsks() {
        owners.replaceAll((counter, nodes) -> Set.of("node 2", "node 3"));
        nanos.addAndGet(PAUSE + Outages.FORGOTTEN.toNanos() - 1);
        assertThat(asks("a")).isTrue();
        assertThat(outages.last()).isTrue();

        nanos.addAndGet(1);
        assertThat(asks("b")).isTrue();

        assertThat(outages.last()).isFalse();
    }

    private boolean asks(String counter) {
        return outages.ask(counter).isPresent();
    }

    private void fail(String counter) {
        outages.unanswered(outages.questionInAnyCase(counter), new TimeoutException());
    }
}
