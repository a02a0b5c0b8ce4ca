package dev.apikeys.core.ip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4LiteralTest {

    @Test
    void fourDecimalPartsAreFourBytes() {
        assertThat(Ipv4Literal.parse("203.0.113.7"))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(203, 0, 113, 7));
        assertThat(Ipv4Literal.parse("0.9.99.255"))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(0, 9, 99, 255));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01.2.3.4", "1.02.3.4", "1.2.3.04", "1.2.3.00", "0177.0.0.1"})
    void aLeadingZeroIsRefusedBecauseSomeReadItAsOctal(String literal) {
        assertThat(Ipv4Literal.parse(literal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "127.1", "2130706433", "0x7f.0.0.1", "1.2.3.4.5", "1.2.3.4.", ".1.2.3", "1..2.3"})
    void anotherNumberOfPartsOrAnotherBaseIsRefused(String literal) {
        assertThat(Ipv4Literal.parse(literal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.0.1", "1.2.3.256", "1.2.3.999", "1.2.3.1000", "1.2.3.99999999999", "1.2.3.-4"})
    void aPartThatIsNoByteIsRefused(String literal) {
        assertThat(Ipv4Literal.parse(literal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4\n", "+1.2.3.4", "a.b.c.d", "localhost"})
    void whatIsNoLiteralIsRefused(String literal) {
        assertThat(Ipv4Literal.parse(literal)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"１.2.3.4", "١٩٢.0.2.1", "1.2.3.४", "1。2。3。4"})
    void digitsAndDotsOfOtherScriptsAreRefused(String literal) {
        assertThat(Ipv4Literal.parse(literal)).isEmpty();
    }
}
