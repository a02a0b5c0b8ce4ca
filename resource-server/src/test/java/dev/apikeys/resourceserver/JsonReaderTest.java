package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsEveryKindOfValue() throws JsonException {
        assertThat(JsonReader.read(" {\"a\" : [1, -2.5e3, true, false, null, \"x\"], \"b\":{}, \"c\":[]} \n"))
                .isEqualTo(Map.of(
                        "a",
                        Arrays.asList(1L, new BigDecimal("-2.5e3"), true, false, null, "x"),
                        "b",
                        Map.of(),
                        "c",
                        List.of()));
    }

    @Test
    void readsEveryEscape() throws JsonException {
        assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\""))
                .isEqualTo("\"\\/\b\f\n\r\té😀");
    }

    @Test
    void keepsWholeNumbersThatFitInALong() throws JsonException {
        assertThat(JsonReader.read("999999999999999999")).isEqualTo(999999999999999999L);
        assertThat(JsonReader.read("9999999999999999999")).isEqualTo(new BigDecimal("9999999999999999999"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1}{",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "[1 2]",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "0x1",
                "NaN",
                "-",
                "True",
                "tru",
                "nul",
                "'a'",
                "\"a",
                "\"a\nb\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u123g\"",
                "\"\\u١٢٣٤\"",
                "/* c */ 1",
                "1 // c",
                "\uFEFF1",
                "\u00a01",
                "1e99999999999"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void goesAsDeepAsItSaysAndNoDeeper() throws JsonException {
        int most = JsonReader.MOST_LEVELS;
        assertThat(JsonReader.read("[".repeat(most) + "]".repeat(most))).isInstanceOf(List.class);

        assertThatThrownBy(() -> JsonReader.read("[".repeat(most + 1) + "]".repeat(most + 1)))
                .isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> JsonReader.read("{\"a\":".repeat(100_000))).isInstanceOf(JsonException.class);
    }

    @Test
    void refusesNumbersThatNobodyWrites() {
        assertThatThrownBy(() -> JsonReader.read("1".repeat(101))).isInstanceOf(JsonException.class);
    }

    @Test
    void saysWhereTheProblemIsAndNothingOfTheText() {
        assertThatThrownBy(() -> JsonReader.read("{\"token\":\"sk_live_secret\",}"))
                .hasMessageContaining("position 26")
                .hasMessageNotContaining("secret");
    }
}
