package dev.apikeys.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.verify.DenialReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DenialEventsTest {

    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final InstantSource time = () -> now;
    private final DenialEvents events = new DenialEvents(time.withZone(ZoneOffset.UTC));

    @Test
    void soManyAreReportedInAWindowAndTheNextOneSaysHowManyWereNot() {
        for (int i = 0; i < MOST; i++) {
            assertThat(refusal()).contains(0L);
        }
        assertThat(refusal()).isEmpty();
        assertThat(refusal()).isEmpty();

        now = now.plus(WINDOW).plusMillis(1);

        assertThat(refusal()).contains(2L);
        assertThat(refusal()).contains(0L);
    }

    @Test
    void realmsAndReasonsAreCountedEachForItself() {
        fill();

        assertThat(events.admit("other", DenialReason.KEY_EXPIRED)).contains(0L);
        assertThat(events.admit("realm", DenialReason.KEY_REVOKED)).contains(0L);
        assertThat(refusal()).isEmpty();
    }

    @Test
    void aClockThatIsPutBackSilencesNothing() {
        fill();

        now = now.minus(Duration.ofHours(1));

        assertThat(refusal()).contains(1L);
        for (int i = 1; i < MOST; i++) {
            assertThat(refusal()).contains(0L);
        }
        assertThat(refusal()).isEmpty();
        now = now.plus(WINDOW).plusMillis(1);
        assertThat(refusal()).contains(1L);
    }

    private void fill() {
        for (int i = 0; i < MOST; i++) {
            refusal();
        }
        assertThat(refusal()).isEmpty();
    }

    private Optional<Long> refusal() {
        return events.admit("realm", DenialReason.KEY_EXPIRED);
    }
}
