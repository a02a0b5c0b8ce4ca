package dev.apikeys.core.settings;

import static dev.apikeys.core.TestLimits.limits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
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
}
