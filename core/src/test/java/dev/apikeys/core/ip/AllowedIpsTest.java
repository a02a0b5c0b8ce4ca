package dev.apikeys.core.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedIpsTest {

    private static final AllowedIps OFFICES = allowed("203.0.113.0/24", "198.51.100.7", "2001:db8::/32");

    @Test
    void noRangeMeansEverywhere() {
        assertThat(AllowedIps.ALL.restricted()).isFalse();
        assertThat(AllowedIps.ALL.permits(IpAddress.parse("192.0.2.1"))).isTrue();
        assertThat(AllowedIps.ALL.permits(Optional.empty())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, true",
        "198.51.100.7, true",
        "::ffff:198.51.100.7, true",
        "2001:db8::1, true",
        "198.51.100.8, false",
        "2001:db9::1, false"
    })
    void aCallerInOneOfTheRangesIsPermitted(String caller, boolean permitted) {
        assertThat(OFFICES.restricted()).isTrue();
        assertThat(OFFICES.permits(IpAddress.parse(caller))).isEqualTo(permitted);
    }

    @Test
    void anUnknownCallerOfARestrictedKeyIsDenied() {
        assertThat(OFFICES.permits(Optional.empty())).isFalse();
        assertThat(allowed("0.0.0.0/0", "::/0").permits(Optional.empty())).isFalse();
    }

    @Test
    void laterChangesOfTheListDoNotReachTheRule() {
        List<IpRange> ranges = new ArrayList<>(OFFICES.ranges());
        AllowedIps allowed = new AllowedIps(ranges);
        ranges.clear();

        assertThat(allowed).isEqualTo(OFFICES);
        assertThatThrownBy(() -> allowed.ranges().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static AllowedIps allowed(String... ranges) {
        return new AllowedIps(Stream.of(ranges)
                .map(range -> IpRange.parse(range).toOptional().orElseThrow())
                .toList());
    }
}
