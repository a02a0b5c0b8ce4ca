package dev.apikeys.it.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What docs/gateways.md says was run is what was run. */
class GatewaysPageIT {

    @Test
    void showsTheNginxConfigurationThatTheTestsRun() throws IOException {
        String page = Files.readString(Recipe.repository().resolve("docs/gateways.md"));

        assertThat(page).contains("```nginx\n" + Files.readString(Recipe.FILE) + "```\n");
    }
}
