package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitHeadersTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_679_616_000);

    @Test
    void oneLimitIsToldInBothForms() {
        assertThat(RateLimitHeaders.of(List.of(new RateLimit("key", 1000, 999, 3500, 3600)), NOW))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "RateLimit-Policy", "\"key\";q=1000;w=3600",
                        "RateLimit", "\"key\";r=999;t=3500",
                        "X-RateLimit-Limit", "1000",
                        "X-RateLimit-Remaining", "999",
                        "X-RateLimit-Reset", "1679619500"));
    }

    @Test
    void ofSeveralTheOneWithTheFewestCallsLeftIsTheOldHeaders() {
        Map<String, String> headers = RateLimitHeaders.of(
                List.of(new RateLimit("key", 60, 59, 60, 60), new RateLimit("realm", 100, 3, 1800, 3600)), NOW);

        assertThat(headers)
                .containsEntry("RateLimit-Policy", "\"key\";q=60;w=60, \"realm\";q=100;w=3600")
                .containsEntry("RateLimit", "\"key\";r=59;t=60, \"realm\";r=3;t=1800")
                .containsEntry("X-RateLimit-Limit", "100")
                .containsEntry("X-RateLimit-Remaining", "3")
                .containsEntry("X-RateLimit-Reset", "1679617800");
    }

    @Test
    void ofTwoThatAreUsedUpTheOneThatLastsLongerIsTheOldHeaders() {
        Map<String, String> headers = RateLimitHeaders.of(
                List.of(new RateLimit("key", 5, 0, 10, 60), new RateLimit("realm", 9, 0, 30, 60)), NOW);

        assertThat(headers).containsEntry("X-RateLimit-Reset", "1679616030");
    }

    @Test
    void severalLimitsOfOnePolicyAreToldApartByTheirWindow() {
        Map<String, String> headers = RateLimitHeaders.of(
                List.of(new RateLimit("key", 60, 59, 60, 60), new RateLimit("key", 1000, 999, 3600, 3600)), NOW);

        assertThat(headers).containsEntry("RateLimit-Policy", "\"key-minute\";q=60;w=60, \"key-hour\";q=1000;w=3600");
    }

    @Test
    void withoutLimitsThereAreNoHeaders() {
        assertThat(RateLimitHeaders.of(List.of(), NOW)).isEmpty();
    }

    @Test
    void aStrangeNameCannotBreakOutOfTheHeader() {
        Map<String, String> headers = RateLimitHeaders.of(List.of(new RateLimit("a\"b\\c\r\nX: é", 1, 1, 1, 1)), NOW);

        assertThat(headers).containsEntry("RateLimit", "\"a\\\"b\\\\c??X: ?\";r=1;t=1");
    }
}
