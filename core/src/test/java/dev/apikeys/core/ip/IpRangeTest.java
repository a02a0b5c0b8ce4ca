package dev.apikeys.core.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7/32, 203.0.113.7",
        "203.0.113.0/24, 203.0.113.0/24",
        "0.0.0.0/0, 0.0.0.0/0",
        "2001:db8::7, 2001:db8::7",
        "2001:db8::7/128, 2001:db8::7",
        "2001:db8::/32, 2001:db8::/32",
        "::/0, ::/0",
        // IPv4-mapped ranges are IPv4 ranges
        "::ffff:203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.0/120, 203.0.113.0/24",
        "::ffff:203.0.113.7/128, 203.0.113.7",
        "::ffff:0:0/96, 0.0.0.0/0"
    })
    void anAddressOrARangeIsRead(String text, String written) {
        assertThat(IpRange.parse(text).toOptional()).map(IpRange::toString).contains(written);
        assertThat(IpRange.parse(written)).isEqualTo(IpRange.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "*",
                "localhost",
                "example.org/24",
                "203.0.113",
                "203.0.113.*",
                "203.0.113.0-203.0.113.9",
                "203.0.113.0/",
                "203.0.113.0/33",
                "203.0.113.0/99",
                "203.0.113.0/1000",
                "203.0.113.0/-1",
                "203.0.113.0/+24",
                "203.0.113.0/024",
                "203.0.113.0/24/24",
                "203.0.113.0/255.255.255.0",
                "203.0.113.0 /24",
                "203.0.113.0/２４",
                "2001:db8::/129",
                "2001:db8::/x",
                "fe80::%eth0/64",
                "[2001:db8::]/32",
                "::ffff:203.0.113.0/95",
                "::ffff:203.0.113.0/24",
                "::ffff:203.0.113.0/129"
            })
    void anythingElseIsRefusedWithTheRule(String text) {
        assertThat(IpRange.parse(text)).isEqualTo(Parsed.bad(IpRange.ALLOWED));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7/24, 203.0.113.0/24",
        "203.0.113.7/31, 203.0.113.6/31",
        "203.0.113.7/0, 0.0.0.0/0",
        "128.0.0.1/1, 128.0.0.0/1",
        "::ffff:203.0.113.7/120, 203.0.113.0/24",
        "2001:db8::7/32, 2001:db8::/32",
        "2001:db8:ffff::/33, 2001:db8:8000::/33",
        "::1/0, ::/0"
    })
    void bitsBehindThePrefixAreRefusedWithASuggestionThatIsAllowed(String text, String suggestion) {
        assertThat(IpRange.parse(text))
                .isEqualTo(Parsed.bad("a range whose bits behind the prefix are zero: " + suggestion));
        assertThat(IpRange.parse(suggestion).toOptional()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.6, false",
        "203.0.113.7, ::ffff:203.0.113.7, true",
        "203.0.113.0/24, 203.0.113.0, true",
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, ::ffff:203.0.113.255, true",
        "203.0.113.0/24, 203.0.112.255, false",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.128/25, 203.0.113.128, true",
        "203.0.113.128/25, 203.0.113.127, false",
        "10.16.0.0/12, 10.31.255.255, true",
        "10.16.0.0/12, 10.32.0.0, false",
        "::ffff:203.0.113.0/120, 203.0.113.9, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::, false",
        "2001:db8::/33, 2001:db8:7fff::, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "::/0, ffff::1, true"
    })
    void aRangeContainsTheAddressesThatBeginLikeIt(String range, String address, boolean contained) {
        assertThat(contains(range, address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, ::1", "::/0, 203.0.113.7", "::/0, ::ffff:203.0.113.7", "::cb00:7107, 203.0.113.7"})
    void theFamiliesDoNotContainEachOther(String range, String address) {
        assertThat(contains(range, address)).isFalse();
    }

    private static boolean contains(String range, String address) {
        return IpRange.parse(range)
                .toOptional()
                .orElseThrow()
                .contains(IpAddress.parse(address).orElseThrow());
    }
}
