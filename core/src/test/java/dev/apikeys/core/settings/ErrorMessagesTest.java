package dev.apikeys.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMessagesTest {

    @Test
    void aSentenceTakesThePlaceOfTheBuiltInOne() {
        ErrorMessages messages = read("unauthorized = Invalid API key\n\nforbidden=No. a=b");

        assertThat(messages.of("unauthorized", Map.of())).contains("Invalid API key");
        assertThat(messages.of("forbidden", Map.of())).contains("No. a=b");
        assertThat(messages.of("key_expired", Map.of())).isEmpty();
        assertThat(messages).hasToString("forbidden=No. a=b\nunauthorized=Invalid API key");
    }

    @Test
    void namesInItStandForValues() {
        ErrorMessages messages = read("rate_limit_exceeded=Limit: {limit}/min. Try again in {retry_after} seconds.\n"
                + "insufficient_scope=Needs {scope}");

        assertThat(messages.of("rate_limit_exceeded", Map.of("limit", "60", "retry_after", "12")))
                .contains("Limit: 60/min. Try again in 12 seconds.");
        assertThat(messages.of("insufficient_scope", Map.of("scope", "$1{limit}")))
                .contains("Needs $1{limit}");
    }

    @Test
    void aSentenceWithoutAValueForANameIsLeftOut() {
        assertThat(read("rate_limit_exceeded=Limit: {limit}").of("rate_limit_exceeded", Map.of("retry_after", "2")))
                .isEmpty();
    }

    @Test
    void aSentenceHasUpTo200Characters() {
        assertThat(ErrorMessages.parse("forbidden=" + "x".repeat(200)).toOptional())
                .isPresent();
        assertThat(ErrorMessages.parse("forbidden=" + "x".repeat(201)).toOptional())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid API key",
                "=Invalid API key",
                "unauthorized",
                "unauthorized= ",
                "invalid_client=No",
                "unauthorized=a\nunauthorized=b",
                "unauthorized=Needs {scope}",
                "insufficient_scope={limit}",
                "rate_limit_exceeded={scope}",
                "insufficient_scope={scope",
                "insufficient_scope=scope}",
                "insufficient_scope={}",
                "unauthorized=a\tb"
            })
    void whatIsWrongIsRefused(String text) {
        assertThat(ErrorMessages.parse(text))
                .isEqualTo(Parsed.bad("lines of code=sentence, each code once: the reason of a denial or forbidden, and"
                        + " at most 200 characters, with {scope} for insufficient_scope and {limit} and {retry_after}"
                        + " for rate_limit_exceeded"));
    }

    private static ErrorMessages read(String text) {
        return ErrorMessages.parse(text).toOptional().orElseThrow();
    }
}
