package dev.apikeys.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.time.Duration;
import java.util.List;
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
