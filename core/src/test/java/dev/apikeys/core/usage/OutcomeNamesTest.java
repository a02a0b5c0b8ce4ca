package dev.apikeys.core.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeNamesTest {

    @Test
    void namesStandInTheirOrder() {
        assertThat(OutcomeNames.parse(" sent, delivered,read ,a2_b"))
                .isEqualTo(Parsed.good(new OutcomeNames(List.of("sent", "delivered", "read", "a2_b"))));
        assertThat(new OutcomeNames(List.of("sent", "read"))).hasToString("sent,read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void noTextNamesNothing(String text) {
        assertThat(OutcomeNames.parse(text)).isEqualTo(Parsed.good(new OutcomeNames(List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent",
                "1st",
                "_a",
                "a-b",
                "a b",
                "a.b",
                ":a",
                "é",
                ",",
                "a,",
                "a,,b",
                "a,a",
                // what verdicts are called
                "allowed",
                "denied",
                "total",
                "key_expired",
                "rate_limit_exceeded",
                "sent,unauthorized"
            })
    void whatIsNoNameOrTakenIsRefused(String text) {
        assertThat(OutcomeNames.parse(text).toOptional()).isEmpty();
    }

    @Test
    void namesAndTheirNumberAreBounded() {
        assertThat(OutcomeNames.parse("a".repeat(32)).toOptional()).isPresent();
        assertThat(OutcomeNames.parse("a".repeat(33)).toOptional()).isEmpty();
        assertThat(OutcomeNames.parse(names(20)).toOptional()).isPresent();
        assertThat(OutcomeNames.parse(names(21)).toOptional()).isEmpty();
    }

    @Test
    void aRefusalSaysWhatIsAllowed() {
        assertThat(OutcomeNames.parse("Sent")).isInstanceOfSatisfying(Parsed.Bad.class, bad -> assertThat(bad.allowed())
                .contains("at most 20", "lower case", "allowed, denied, total"));
    }

    @Test
    void reportsAreToldFromVerdicts() {
        assertThat(StoredOutcome.reported(StoredOutcome.of("sent"))).contains("sent");
        assertThat(StoredOutcome.reported("allowed")).isEmpty();
    }

    private static String names(int number) {
        return IntStream.range(0, number).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
    }
}
