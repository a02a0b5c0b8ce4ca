package dev.apikeys.keycloak.limit;

import static dev.apikeys.keycloak.limit.TestLimits.limits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.limit.Counters.Counted;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Window;
import dev.apikeys.core.limit.Windows;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackedWindowsTest {

    @Property
    void windowsAreReadAsTheyWereWritten(@ForAll("anyWindows") Windows windows) {
        assertThat(PackedWindows.unpack(PackedWindows.pack(windows))).isEqualTo(windows);
    }

    @Property
    void limitsAreReadAsTheyWereWritten(@ForAll("anyLimits") List<RateLimit> limits) {
        assertThat(PackedWindows.unpackLimits(PackedWindows.packLimits(limits))).isEqualTo(limits);
    }

    @Property
    void anAnswerIsReadAsItWasWritten(@ForAll boolean permitted, @ForAll("anyWindows") Windows windows) {
        assertThat(Answer.unpack(Answer.pack(new Windows.Outcome(permitted, windows, !permitted))))
                .isEqualTo(new Counted(permitted, windows));
    }

    /** Nodes of different versions meet during an update: another form needs another number in the schema. */
    @Example
    void theFormStays() {
        Windows windows = new Windows(List.of(new Window(10_000, 1_772_366_400_000L, 3)));

        assertThat(hex(PackedWindows.pack(windows))).isEqualTo("00000000000027100000019ca9450a000000000000000003");
        assertThat(hex(PackedWindows.packLimits(limits("3/10s")))).isEqualTo("0000000000000003000000000000000a");
        assertThat(hex(Answer.pack(new Windows.Outcome(true, windows, true))))
                .isEqualTo("0100000000000027100000019ca9450a000000000000000003");
        assertThat(hex(Answer.pack(new Windows.Outcome(false, Windows.NONE, true))))
                .isEqualTo("00");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Provide
    Arbitrary<Windows> anyWindows() {
        Arbitrary<Long> anything = Arbitraries.longs();
        return Combinators.combine(anything, anything, anything)
                .as(Window::new)
                .list()
                .ofMaxSize(5)
                .map(Windows::new);
    }

    @Provide
    Arbitrary<List<RateLimit>> anyLimits() {
        Arbitrary<Long> counts = Arbitraries.longs().between(1, 1_000_000_000);
        Arbitrary<Duration> lengths =
                Arbitraries.longs().between(1, Duration.ofDays(366).toSeconds()).map(Duration::ofSeconds);
        return Combinators.combine(counts, lengths).as(RateLimit::new).list().ofMaxSize(5);
    }
}
