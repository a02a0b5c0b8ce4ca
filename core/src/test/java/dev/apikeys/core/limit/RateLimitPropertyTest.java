package dev.apikeys.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class RateLimitPropertyTest {

    @Property
    void everyLimitIsReadFromWhatItWrites(@ForAll("limits") RateLimit limit) {
        assertThat(RateLimit.parse(limit.toString())).isEqualTo(Parsed.good(limit));
    }

    @Property
    void everyListIsReadFromWhatItWrites(@ForAll @Size(max = 4) List<@From("limits") RateLimit> limits) {
        assertThat(RateLimit.parseList(RateLimit.format(limits))).isEqualTo(Parsed.good(limits));
    }

    @Property
    void aLimitIsReadExactlyWhenCountAndWindowAreWithinBounds(
            @ForAll("wholeNumbers") BigInteger count,
            @ForAll("wholeNumbers") BigInteger units,
            @ForAll("units") String unit) {
        BigInteger seconds = units.multiply(BigInteger.valueOf(
                switch (unit) {
                    case "s" -> 1;
                    case "m" -> 60;
                    case "h" -> 3_600;
                    default -> 86_400;
                }));
        boolean good = count.signum() > 0
                && count.compareTo(BigInteger.valueOf(1_000_000_000)) <= 0
                && seconds.signum() > 0
                && seconds.compareTo(BigInteger.valueOf(366L * 86_400)) <= 0;

        Optional<RateLimit> read = RateLimit.parse(count + "/" + units + unit).toOptional();

        assertThat(read.isPresent()).isEqualTo(good);
        assertThat(read.map(limit -> BigInteger.valueOf(limit.count())).orElse(count))
                .isEqualTo(count);
        assertThat(read.map(limit -> BigInteger.valueOf(limit.window().toSeconds()))
                        .orElse(seconds))
                .isEqualTo(seconds);
    }

    @Property
    void nearlyAListIsRefusedOrReadAgainFromWhatItWrites(@ForAll("nearlyLists") String text) {
        Optional<List<RateLimit>> limits = RateLimit.parseList(text).toOptional();

        assertThat(limits.map(RateLimit::format)
                        .flatMap(written -> RateLimit.parseList(written).toOptional()))
                .isEqualTo(limits);
    }

    @Property
    void arbitraryTextIsNoLimit(@ForAll String text) {
        assertThat(RateLimit.parse(text).toOptional()).isEmpty();
    }

    @Provide
    Arbitrary<BigInteger> wholeNumbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.valueOf(-2), BigInteger.valueOf(400)),
                Arbitraries.of("999999999", "1000000000", "1000000001", "31622400", "31622401", "9223372036854775808")
                        .map(BigInteger::new));
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("s", "m", "h", "d");
    }

    @Provide
    Arbitrary<String> nearlyLists() {
        return Arbitraries.of("0", "1", "60", "1/s", "5/10s", "60/minute", "/", "s", "day", ",", " ", "-", "1000000001")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<RateLimit> limits() {
        Arbitrary<Long> counts = Arbitraries.longs().between(1, 1_000_000_000);
        Arbitrary<Duration> seconds =
                Arbitraries.longs().between(1, Duration.ofDays(366).toSeconds()).map(Duration::ofSeconds);
        Arbitrary<Duration> minutes =
                Arbitraries.longs().between(1, 366 * 24 * 60).map(Duration::ofMinutes);
        Arbitrary<Duration> hours = Arbitraries.longs().between(1, 366 * 24).map(Duration::ofHours);
        Arbitrary<Duration> days = Arbitraries.longs().between(1, 366).map(Duration::ofDays);
        return Combinators.combine(counts, Arbitraries.oneOf(seconds, minutes, hours, days))
                .as(RateLimit::new);
    }
}
