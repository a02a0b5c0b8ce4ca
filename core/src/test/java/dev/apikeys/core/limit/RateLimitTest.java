package dev.apikeys.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apikeys.core.Parsed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static final RateLimit SIXTY_A_MINUTE = new RateLimit(60, Duration.ofMinutes(1));
    private static final RateLimit FIVE_IN_TEN_SECONDS = new RateLimit(5, Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({
        "7/second, 7, PT1S",
        "60/minute, 60, PT1M",
        "1000/hour, 1000, PT1H",
        "50000/day, 50000, P1D",
        "5/10s, 5, PT10S",
        "5/15m, 5, PT15M",
        "5/12h, 5, PT12H",
        "5/30d, 5, P30D",
        // the smallest and the largest
        "1/1s, 1, PT1S",
        "1000000000/366d, 1000000000, P366D",
        "1/8784h, 1, P366D",
        "1/527040m, 1, P366D",
        "1/31622400s, 1, P366D"
    })
    void aLimitIsACountAndAWindow(String text, long count, Duration window) {
        assertThat(RateLimit.parse(text)).isEqualTo(Parsed.good(new RateLimit(count, window)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "/minute",
                "60/",
                "0/minute",
                "-1/minute",
                "+1/minute",
                "01/minute",
                "1.5/minute",
                "1e3/hour",
                "1000000001/minute",
                "9999999999/minute",
                "99999999999999999999/minute",
                "60/minutes",
                "60/Minute",
                "60/month",
                "60/week",
                "60/10",
                "60/0s",
                "60/01s",
                "60/-1s",
                "60/10ms",
                "60/10 s",
                "60 / minute",
                " 60/minute",
                "60/minute ",
                "60/minute\n",
                "60 per minute",
                "６０/minute",
                "60/367d",
                "60/8785h",
                "60/527041m",
                "60/31622401s",
                "60/99999999d",
                "60/999999999d",
                "60/minute/hour"
            })
    void anythingElseIsRefusedWithTheRule(String text) {
        assertThat(RateLimit.parse(text)).isEqualTo(Parsed.bad(RateLimit.ALLOWED));
    }

    @ParameterizedTest
    @CsvSource({
        "60/1m, 60/minute",
        "60/60s, 60/minute",
        "60/90s, 60/90s",
        "60/120s, 60/2m",
        "60/60m, 60/hour",
        "60/3600s, 60/hour",
        "60/36h, 60/36h",
        "60/24h, 60/day",
        "60/48h, 60/2d",
        "60/1s, 60/second"
    })
    void aLimitIsWrittenWithTheLargestUnit(String text, String written) {
        assertThat(RateLimit.parse(text).toOptional()).map(RateLimit::toString).contains(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT1S",
        "-1, PT1S",
        "1000000001, PT1S",
        "1, PT0S",
        "1, PT-1S",
        "1, PT0.5S",
        "1, PT1.5S",
        "1, P366DT1S"
    })
    void aLimitThatCouldNotBeReadBackCannotBeMade(long count, Duration window) {
        assertThatThrownBy(() -> new RateLimit(count, window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a limit of " + count + " in " + window)
                .hasMessageEndingWith(RateLimit.ALLOWED);
    }

    @Test
    void severalLimitsAreSeparatedByCommas() {
        assertThat(RateLimit.parseList("60/minute, 5/10s"))
                .isEqualTo(Parsed.good(List.of(SIXTY_A_MINUTE, FIVE_IN_TEN_SECONDS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptyTextIsNoLimit(String text) {
        assertThat(RateLimit.parseList(text)).isEqualTo(Parsed.good(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "60/minute,", ",60/minute", "60/minute,,5/10s", "60/minute;5/10s", "60/minute,x"})
    void aListWithAnythingElseIsRefused(String text) {
        assertThat(RateLimit.parseList(text)).isEqualTo(Parsed.bad("a comma-separated list of " + RateLimit.ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60/minute", "60/minute,5/10s"})
    void whatWasReadCannotBeChanged(String text) {
        List<RateLimit> limits = RateLimit.parseList(text).toOptional().orElseThrow();

        assertThatThrownBy(() -> limits.add(SIXTY_A_MINUTE)).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60/minute", "60/minute,5/10s"})
    void aListIsWrittenAsItIsRead(String text) {
        assertThat(RateLimit.parseList(text).map(RateLimit::format)).isEqualTo(Parsed.good(text));
    }
}
