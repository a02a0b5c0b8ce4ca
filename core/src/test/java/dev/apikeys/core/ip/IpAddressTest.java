package dev.apikeys.core.ip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:DB8::7, 2001:db8::7",
        "::, ::",
        "::1, ::1",
        "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "::203.0.113.7, ::cb00:7107",
        "::fffe:203.0.113.7, ::fffe:cb00:7107",
        "::feff:203.0.113.7, ::feff:cb00:7107",
        "::1:ffff:203.0.113.7, ::1:ffff:cb00:7107"
    })
    void anAddressIsWrittenInItsCanonicalForm(String literal, String written) {
        assertThat(IpAddress.parse(literal)).map(IpAddress::toString).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:203.0.113.7", "::FFFF:cb00:7107", "0:0:0:0:0:ffff:203.0.113.7"})
    void anIpv4MappedAddressIsTheIpv4Address(String literal) {
        IpAddress mapped = IpAddress.parse(literal).orElseThrow();
        IpAddress ipv4 = IpAddress.parse("203.0.113.7").orElseThrow();

        assertThat(mapped).isEqualTo(ipv4).hasSameHashCodeAs(ipv4).hasToString("203.0.113.7");
        assertThat(mapped.bits()).isEqualTo(32);
    }

    @Test
    void anotherFormOfTheSameAddressIsEqual() {
        IpAddress address = IpAddress.parse("2001:db8::7").orElseThrow();

        assertThat(address)
                .isEqualTo(IpAddress.parse("2001:0DB8:0:0::0007").orElseThrow())
                .hasSameHashCodeAs(IpAddress.parse("2001:0DB8:0:0::0007").orElseThrow())
                .isNotEqualTo(IpAddress.parse("2001:db8::8").orElseThrow())
                .isNotEqualTo("2001:db8::7");
        assertThat(address.bits()).isEqualTo(128);
    }

    @Test
    void differentAddressesHaveDifferentHashCodes() {
        assertThat(IpAddress.parse("203.0.113.7").orElseThrow())
                .doesNotHaveSameHashCodeAs(IpAddress.parse("203.0.113.8").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "unknown",
                "_hidden",
                "1.2.3",
                "01.2.3.4",
                "1.2.3.4:8080",
                "[2001:db8::7]",
                "[2001:db8::7]:443",
                "fe80::1%eth0",
                "203.0.113.7/32",
                "203.0.113.7, 198.51.100.1"
            })
    void whatIsNoLiteralIsNoAddress(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }
}
