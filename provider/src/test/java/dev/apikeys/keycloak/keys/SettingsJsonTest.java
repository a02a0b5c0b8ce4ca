package dev.apikeys.keycloak.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.util.JsonSerialization;

class SettingsJsonTest {

    @Test
    void tellsAHundredMistakesAtMostByTheBeginningOfTheirNames() {
        ObjectNode json = JsonSerialization.createObjectNode();
        IntStream.range(0, 20_000).forEach(i -> json.put(i + "y".repeat(200), true));

        List<Violation> violations = SettingsJson.read(json).violations();

        assertThat(violations).hasSize(100);
        assertThat(violations.get(0).field()).isEqualTo("0" + "y".repeat(99) + "…");
    }

    @Test
    void repeatsNoKeyThatStandsAsAName() {
        String key = "sk_live_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9";
        ObjectNode json = JsonSerialization.createObjectNode().put(key, true);

        assertThat(SettingsJson.read(json).violations())
                .hasSize(1)
                .allSatisfy(violation -> assertThat(violation.field()).isEqualTo("an API key"));
    }

    @Test
    void takesWhatIsRightAndGoesBackToTheDefaultForNull() {
        ObjectNode json =
                JsonSerialization.createObjectNode().put("freshness", 5).putNull("maxLifetime");

        SettingsJson.Reading reading = SettingsJson.read(json);

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.attributes())
                .containsEntry("api-keys.freshness", Optional.of("5"))
                .containsEntry("api-keys.max-lifetime", Optional.empty());
    }
}
