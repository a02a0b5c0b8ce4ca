package dev.apikeys.keycloak.limit;

import static dev.apikeys.keycloak.limit.TestLimits.limits;
import static dev.apikeys.keycloak.limit.TestLimits.window;
import static dev.apikeys.keycloak.limit.TestLimits.windows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.Counters.Counted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalCountersTest extends CountersContract {

    private final LocalCounters counters = new LocalCounters();

    @Override
    Counters counters() {
        return counters;
    }

    @Test
    void aCounterIsForgottenWhenItsWindowsAreOver() {
        Instant before = now.minusSeconds(11);
        take("key:a", limits("3/10s"), 2, before);
        take("key:b", limits("3/10s,5/minute"), 2, before);

        assertThat(take("key:a", limits("3/10s"), 0, before))
                .isEqualTo(new Counted(true, windows(window(10, before, 0))));
        assertThat(take("key:b", limits("3/10s"), 0, before))
                .isEqualTo(new Counted(true, windows(window(10, before, 2), window(60, before, 2))));
    }

    @Test
    void eachNodeCountsForItself() {
        take("key:a", limits("1/minute"), 1, now);

        assertThat(new LocalCounters().take("key:a", limits("1/minute"), 1, now))
                .isInstanceOfSatisfying(Counted.class, counted -> assertThat(counted.permitted())
                        .isTrue());
    }
}
