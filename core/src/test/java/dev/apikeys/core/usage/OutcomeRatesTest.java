package dev.apikeys.core.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeRatesTest {

    private static final String SEED = "delivered=(delivered+read)/sent,read=read/sent";

    @Test
    void ratesAreReadAndWritten() {
        OutcomeRates rates = OutcomeRates.parse(" delivered=(delivered+read)/sent, read=read/sent")
                .toOptional()
                .orElseThrow();

        assertThat(rates.all())
                .containsExactly(
                        new OutcomeRate("delivered", List.of("delivered", "read"), List.of("sent")),
                        new OutcomeRate("read", List.of("read"), List.of("sent")));
        assertThat(rates).hasToString(SEED);
        assertThat(OutcomeRates.parse("x=a/(b+c)").toOptional())
                .map(Object::toString)
                .contains("x=a/(b+c)");
        assertThat(OutcomeRates.parse("x=(a)/b").toOptional())
                .map(Object::toString)
                .contains("x=a/b");
        assertThat(OutcomeRates.parse(" ")).isEqualTo(Parsed.good(new OutcomeRates(List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read",
                "read=",
                "read=sent",
                "=a/b",
                "X=a/b",
                "x=a/",
                "x=/b",
                "x=a/b/c",
                "x=y=a/b",
                "x=a+b/c",
                "x=(a+b/c",
                "x=a+b)/c",
                "x=(a+)/c",
                "x=()/c",
                "x=((a+b))/c",
                "x=(a+a)/c",
                "x=a*b/c",
                "x=1/c",
                "x =a/b",
                "x=a /b",
                "x=a/b,",
                "x=a/b,x=a/c",
                "a/b=c"
            })
    void whatIsNoRateIsRefused(String text) {
        assertThat(OutcomeRates.parse(text)).isInstanceOfSatisfying(Parsed.Bad.class, bad -> assertThat(bad.allowed())
                .contains("at most 10 rates", "name=sum/sum"));
    }

    @Test
    void theirNumberIsBounded() {
        assertThat(OutcomeRates.parse(rates(10)).toOptional()).isPresent();
        assertThat(OutcomeRates.parse(rates(11)).toOptional()).isEmpty();
    }

    @Test
    void aRateDividesSums() {
        OutcomeRate rate = OutcomeRate.parse("delivered=(delivered+read)/(sent+failed)")
                .toOptional()
                .orElseThrow();

        assertThat(rate.of(Map.of("delivered", 2L, "read", 1L, "sent", 3L, "failed", 1L)))
                .hasValue(0.75);
        assertThat(rate.of(Map.of("failed", 4L))).hasValue(0);
    }

    @Test
    void nothingIsDividedByZero() {
        OutcomeRate rate = OutcomeRate.parse("read=read/sent").toOptional().orElseThrow();

        assertThat(rate.of(Map.of("read", 7L))).isEmpty();
        assertThat(rate.of(Map.of("read", 7L, "sent", 0L))).isEmpty();
    }

    @Test
    void theyAreMadeOfWhatMayBeReportedOrNot() {
        OutcomeRates rates = OutcomeRates.parse(SEED).toOptional().orElseThrow();

        assertThat(rates.areMadeOf(new OutcomeNames(List.of("sent", "delivered", "read", "failed"))))
                .isTrue();
        assertThat(rates.areMadeOf(new OutcomeNames(List.of("sent", "delivered"))))
                .isFalse();
        assertThat(rates.areMadeOf(new OutcomeNames(List.of("delivered", "read"))))
                .isFalse();
    }

    private static String rates(int number) {
        return IntStream.range(0, number).mapToObj(i -> "r" + i + "=a/b").collect(Collectors.joining(","));
    }
}
