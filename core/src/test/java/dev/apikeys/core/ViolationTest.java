package dev.apikeys.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationTest {

    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void theMessageNamesTheFieldTheValueAndWhatIsAllowed() {
        assertThat(new Violation("api-keys.freshness", "soon", "a number of seconds").message())
                .isEqualTo("api-keys.freshness: 'soon' is not allowed; allowed: a number of seconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", SMILE})
    void aHundredCharactersAreEchoedWhole(String character) {
        assertThat(echoOf(character.repeat(100))).isEqualTo(character.repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", SMILE})
    void aLongerValueIsCutAfterAHundredCharacters(String character) {
        assertThat(echoOf(character.repeat(101))).isEqualTo(character.repeat(100) + "…");
        assertThat(echoOf(character.repeat(5_000))).isEqualTo(character.repeat(100) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085"})
    void aControlCharacterCannotForgeALogLine(String control) {
        assertThat(echoOf("a" + control + "b")).isEqualTo("a\uFFFDb");
    }

    /** Whoever writes JSON writes the names of its fields, too. */
    @Test
    void theNameOfAFieldIsEchoedLikeAValue() {
        assertThat(new Violation("a\nb" + "x".repeat(5_000), "", "else").message())
                .isEqualTo("a\uFFFDb" + "x".repeat(97) + "…: '' is not allowed; allowed: else");
    }

    @Test
    void aPercentSignIsText() {
        assertThat(echoOf("%s%n")).isEqualTo("%s%n");
    }

    private static String echoOf(String value) {
        String message = new Violation("field", value, "else").message();
        return message.substring("field: '".length(), message.length() - "' is not allowed; allowed: else".length());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202E, 0x200B, 0x2028, 0x2029, 0x2066})
    void whatEndsALineOrTurnsTheTextIsReplaced(int codePoint) {
        Violation violation = new Violation("name", "a" + Character.toString(codePoint) + "b", "text");

        assertThat(violation.message()).contains("'a\uFFFDb'");
    }
}
