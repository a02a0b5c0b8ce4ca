package dev.apikeys.keycloak.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class HousekeepingTurnTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final InstantSource time = () -> now;
    private final HousekeepingTurn turn = new HousekeepingTurn(time.withZone(ZoneOffset.UTC), now.plus(LONGEST));
    private final List<String> done = new ArrayList<>();

    @Test
    void aStepIsDoneUntilNothingIsLeftOfIt() {
        turn.take(List.of(step("a", 3, Duration.ZERO), step("b", 1, Duration.ZERO)));

        assertThat(done).containsExactly("a", "a", "a", "b");
    }

    @Test
    void oneWithoutEndLeavesTheOthersTheirTimeAndHasTheRest() {
        turn.take(List.of(
                step("endless", Integer.MAX_VALUE, Duration.ofMillis(400)), step("short", 2, Duration.ofMillis(100))));

        assertThat(done.subList(0, 6)).containsExactly("endless", "endless", "endless", "short", "short", "endless");
        assertThat(Duration.between(now, turn.end())).isBetween(Duration.ofMillis(-400), Duration.ZERO);
    }

    @Test
    void severalWithoutEndHaveTheSame() {
        turn.take(List.of(
                step("a", Integer.MAX_VALUE, Duration.ofMillis(500)),
                step("b", Integer.MAX_VALUE, Duration.ofMillis(500)),
                step("c", Integer.MAX_VALUE, Duration.ofMillis(500))));

        for (String name : List.of("a", "b", "c")) {
            assertThat(done).filteredOn(name::equals).hasSize(20);
        }
    }

    @Test
    void nothingIsBegunAfterTheEnd() {
        turn.take(List.of(step("long", 1, LONGEST), step("late", 1, Duration.ZERO)));

        assertThat(done).containsExactly("long");
    }

    @Test
    void oneThatFailsIsLeftToTheNextTurnAndKeepsNobodyFromWorking() {
        turn.take(List.of(
                () -> {
                    done.add("failed");
                    throw new IllegalStateException("on purpose");
                },
                step("other", 1, Duration.ZERO)));

        assertThat(done).containsExactly("failed", "other");
    }

    /** So many parts, each of which takes so long. */
    private IntSupplier step(String name, int parts, Duration each) {
        int[] left = {parts};
        return () -> {
            if (left[0] == 0) {
                return 0;
            }
            left[0]--;
            done.add(name);
            now = now.plus(each);
            return 100;
        };
    }
}
