package dev.apikeys.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestLimits;
import dev.apikeys.core.limit.Taking.Permitted;
import dev.apikeys.core.limit.Taking.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakingTest {

    @ParameterizedTest
    @CsvSource({"7000, 7", "6001, 7", "6000, 6", "1001, 2", "1000, 1", "1, 1", "0, 1", "-400, 1"})
    void theTimeToWaitIsRoundedUpAndAtLeastASecond(long millis, long seconds) {
        assertThat(new Refused(Duration.ofMillis(millis), List.of()).retryAfterSeconds())
                .isEqualTo(seconds);
    }

    @Test
    void laterChangesOfTheListDoNotReachTheAnswer() {
        List<RateLimitState> list = new ArrayList<>(List.of(TestLimits.LEFT));
        Permitted permitted = new Permitted(list);
        Refused refused = new Refused(Duration.ZERO, list);
        list.clear();

        assertThat(permitted.states()).containsExactly(TestLimits.LEFT);
        assertThat(refused.states()).containsExactly(TestLimits.LEFT);
    }
}
