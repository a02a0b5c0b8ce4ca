package dev.apikeys.core.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6LiteralTest {

    @ParameterizedTest
    @CsvSource({
        // the examples of RFC 4291 §2.2
        "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789, abcdef0123456789abcdef0123456789",
        "2001:DB8:0:0:8:800:200C:417A, 20010db80000000000080800200c417a",
        "2001:DB8::8:800:200C:417A, 20010db80000000000080800200c417a",
        "FF01::101, ff010000000000000000000000000101",
        "::1, 00000000000000000000000000000001",
        "::, 00000000000000000000000000000000",
        "0:0:0:0:0:0:13.1.68.3, 0000000000000000000000000d014403",
        "::13.1.68.3, 0000000000000000000000000d014403",
        "0:0:0:0:0:FFFF:129.144.52.38, 00000000000000000000ffff81903426",
        "::FFFF:129.144.52.38, 00000000000000000000ffff81903426",
        // the gap at either end, and as short as one group
        "2001:db8::, 20010db8000000000000000000000000",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
        "::2:3:4:5:6:7:8, 00000002000300040005000600070008",
        "1:2:3::5:6:7:8, 00010002000300000005000600070008",
        "1::6:255.254.253.252, 000100000000000000000006fffefdfc",
        "1:2:3:4:5:6:255.254.253.252, 000100020003000400050006fffefdfc",
        "000a:00b::c, 000a000b00000000000000000000000c"
    })
    void everyTextFormOfRfc4291IsRead(String literal, String hex) {
        assertThat(Ipv6Literal.parse(literal)).map(HexFormat.of()::formatHex).contains(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:2:3:4:5:1.2.3.4",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                "1:2:3:4:5:6:7:8::",
                "::2:3:4:5:6:7:1.2.3.4"
            })
    void anotherNumberOfGroupsIsRefused(String literal) {
        assertThat(Ipv6Literal.parse(literal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {":", ":::", "::1::", "1::2::3", "1:::2", ":1::2", "1::2:", ":1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:"})
    void aColonInTheWrongPlaceIsRefused(String literal) {
        assertThat(Ipv6Literal.parse(literal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4::", "1.2.3.4::1", "1:1.2.3.4:3:4:5:6:7", "::1.2.3.4:5", "::1.2.3", "::01.2.3.4"})
    void aDottedQuadIsWellFormedAndAtTheEnd(String literal) {
        assertThat(Ipv6Literal.parse(literal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"::12345", "::g", "::-1", "::+1", "::0x1", ":: 1", "::1 ", "::1\n", "::１", "::٣", "", "abc"})
    void aGroupIsOneToFourHexadecimalDigits(String literal) {
        assertThat(Ipv6Literal.parse(literal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::1%eth0", "fe80::1%1", "fe80::1%", "[::1]", "[::1", "::1]", "[::1]:443"})
    void zonesAndBracketsAreNoPartOfAnAddress(String literal) {
        assertThat(Ipv6Literal.parse(literal)).isEmpty();
    }
}
