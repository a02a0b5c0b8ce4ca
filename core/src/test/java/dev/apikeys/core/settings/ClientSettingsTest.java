package dev.apikeys.core.settings;

import static dev.apikeys.core.TestLimits.limits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {

    @Test
    void theLimitHasItsAttribute() {
        assertThat(ClientSettings.LIMIT.attribute()).isEqualTo("api-keys.client-limit");
    }

    @Test
    void aClientThatSaysNothingHasNoLimit() {
        assertThat(ClientSettings.LIMIT.defaultValue()).isEmpty();
    }

    @Test
    void severalLimitsHoldTogether() {
        assertThat(ClientSettings.LIMIT.read("60/minute,1000/hour"))
                .isEqualTo(Parsed.good(limits("60/minute,1000/hour")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60/minute", " 60/minute\n"})
    void spacesAroundAValueDoNotCount(String text) {
        assertThat(ClientSettings.LIMIT.readOrDefault(text)).isEqualTo(limits("60/minute"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "60", "60/minute,", "many"})
    void aValueThatCannotBeReadLeavesTheDefault(String text) {
        assertThat(ClientSettings.LIMIT.readOrDefault(text)).isEmpty();
    }

    @Test
    void aWrongValueIsAnsweredWithWhatIsAllowed() {
        assertThat(ClientSettings.LIMIT.read("many"))
                .isInstanceOfSatisfying(Parsed.Bad.class, bad -> assertThat(bad.allowed())
                        .startsWith("a comma-separated list of <count>/<window>"));
    }

    @Test
    void checksAreOpenToGatewaysOnlyUnlessTheClientSaysOtherwise() {
        assertThat(ClientSettings.OPEN_CHECK.attribute()).isEqualTo("api-keys.open-check");
        assertThat(ClientSettings.OPEN_CHECK.defaultValue()).isFalse();
        assertThat(ClientSettings.OPEN_CHECK.readOrDefault("true")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRUE", "yes", "1"})
    void checksAreNotOpenedByAValueThatCannotBeRead(String text) {
        assertThat(ClientSettings.OPEN_CHECK.readOrDefault(text)).isFalse();
    }

    @Test
    void usersMakeNoKeysUnlessTheClientSaysSo() {
        assertThat(ClientSettings.SELF_SERVICE.attribute()).isEqualTo("api-keys.self-service");
        assertThat(ClientSettings.SELF_SERVICE.defaultValue()).isFalse();
        assertThat(ClientSettings.SELF_SERVICE.readOrDefault("true")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/openapi.json",
                "HTTP://localhost:8081",
                "http://[::1]:8081/v1/openapi.yaml?version=2&lang=de",
                "https://under_score.example/a%20b"
            })
    void aDocumentIsWhereTheClientSays(String text) {
        assertThat(ClientSettings.OPENAPI_URL.attribute()).isEqualTo("api-keys.openapi-url");
        assertThat(ClientSettings.OPENAPI_URL.readOrDefault(" " + text)).contains(URI.create(text));
        assertThat(ClientSettings.OPENAPI_URL.violation(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.example.com/openapi.json",
                "/openapi.json",
                "ftp://api.example.com/openapi.json",
                "javascript:alert(1)",
                "https://",
                "https://user:secret@api.example.com/",
                "https://api.example.com/#here",
                "https://api.example.com/a b",
                "https://api.example.com/%zz",
                "https://api.example.com:port/",
                "https://[:::::]/",
                "https://münchen.example/",
                "https://api.example.com/<script>"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(ClientSettings.OPENAPI_URL.readOrDefault(text)).isEmpty();
        assertThat(ClientSettings.OPENAPI_URL.violation(text))
                .hasValueSatisfying(violation -> assertThat(violation.allowed()).contains("http or https"));
    }

    @Test
    void anAddressHasAtMostTwoThousandCharacters() {
        String longest = "https://api.example.com/" + "a".repeat(1_976);

        assertThat(ClientSettings.OPENAPI_URL.violation(longest)).isEmpty();
        assertThat(ClientSettings.OPENAPI_URL.violation(longest + "a")).isPresent();
    }
}
