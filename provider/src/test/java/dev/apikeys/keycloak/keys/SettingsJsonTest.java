package dev.apikeys.keycloak.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.settings.Setting;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

class SettingsJsonTest {

    private final ObjectNode json = JsonSerialization.createObjectNode();

    @Test
    void whatHasNoSuchNameIsRefusedOnceForEachUpToAHundred() {
        for (int i = 0; i < 10_000; i++) {
            json.put("name-" + i, "");
        }

        SettingsJson.Reading reading = SettingsJson.read(json);

        assertThat(reading.violations()).hasSize(100);
        assertThat(reading.violations().toString()).hasSizeLessThan(200_000);
        assertThat(reading.attributes()).isEmpty();
    }

    @Test
    void oneOfThemIsNamedAndTheOthersAreRead() {
        json.put("nme", 3).putNull("prefixes").put("maxActivePerClient", 7);

        SettingsJson.Reading reading = SettingsJson.read(json);

        assertThat(reading.violations()).containsExactly(new Violation("nme", "3", "one of " + names()));
        assertThat(reading.attributes()).containsValue(Optional.empty()).containsValue(Optional.of("7"));
    }

    private static String names() {
        return RealmSettings.ALL.stream().map(Setting::name).collect(Collectors.joining(", "));
    }
}
