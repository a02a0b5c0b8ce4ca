package dev.apikeys.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingReadersTest {

    private static final String FIVE_TO_SEVEN_DAYS = "a whole number of days from 5 to 7";

    @Test
    void aFlagIsTrueOrFalse() {
        assertThat(SettingReaders.flag().apply("true")).isEqualTo(Parsed.good(true));
        assertThat(SettingReaders.flag().apply("false")).isEqualTo(Parsed.good(false));
        assertThat(SettingReaders.flag().apply("on")).isEqualTo(Parsed.bad("true or false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "7"})
    void aNumberMayBeEitherBound(String text) {
        assertThat(SettingReaders.number(5, 7, "days").apply(text)).isEqualTo(Parsed.good(Long.valueOf(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "8"})
    void aNumberBeyondABoundIsRefusedWithBoundsAndUnit(String text) {
        assertThat(SettingReaders.number(5, 7, "days").apply(text)).isEqualTo(Parsed.bad(FIVE_TO_SEVEN_DAYS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "01", "+1", "-1", "1.0", "1e1", "0x1", "１", "1 0", "99999999999", "99999999999999999999"})
    void aNumberIsWrittenInPlainDigits(String text) {
        assertThat(SettingReaders.number(0, Long.MAX_VALUE, "keys").apply(text).toOptional())
                .isEmpty();
    }

    @Test
    void theBoundsAreNamedInTheDigitsThatAreReadWhateverTheLanguageOfTheServer() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(SettingReaders.number(5, 7, "days").apply("")).isEqualTo(Parsed.bad(FIVE_TO_SEVEN_DAYS));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anEmptyTextMeansThatThereIsNone() {
        assertThat(SettingReaders.optional(SettingReaders.flag()).apply("")).isEqualTo(Parsed.good(Optional.empty()));
    }

    @Test
    void anOptionalValueIsReadByTheSameRule() {
        assertThat(SettingReaders.optional(SettingReaders.flag()).apply("true"))
                .isEqualTo(Parsed.good(Optional.of(true)));
        assertThat(SettingReaders.optional(SettingReaders.flag()).apply("on")).isEqualTo(Parsed.bad("true or false"));
    }

    @Test
    void aChoiceIsOneOfTheConstantsInKebabCase() {
        assertThat(errorFormat("error-object")).isEqualTo(Parsed.good(ErrorFormat.ERROR_OBJECT));
        assertThat(errorFormat("ERROR_OBJECT"))
                .isEqualTo(Parsed.bad("problem or error-object or error-status or error-text"));
        assertThat(errorFormat("")).isEqualTo(Parsed.bad("problem or error-object or error-status or error-text"));
    }

    private static Parsed<ErrorFormat> errorFormat(String text) {
        return SettingReaders.choice(List.of(ErrorFormat.values())).apply(text);
    }
}
