package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.RequiresCurl;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import dev.apikeys.server.RunningKeycloak;
import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/import-export.md, as they stand there. */
class TransferRecipesIT {

    private static final Path PAGE = Path.of("..", "docs", "import-export.md");

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    /** What a recipe prints; it must succeed. */
    private String run(Path directory, String recipe, Map<String, String> environment)
            throws IOException, InterruptedException {
        Matcher block = Pattern.compile("```bash\n(# " + recipe + ".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(recipe).isTrue();
        ProcessBuilder builder = new ProcessBuilder("bash", "-ec", block.group(1))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        Map<String, String> all = new HashMap<>(environment);
        all.put("KEYCLOAK", realm.adminUrl("").replaceFirst("/admin/realms/.*", ""));
        all.put("REALM", realm.name());
        builder.environment().putAll(all);
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String output = Files.readString(directory.resolve("output"));
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    @RequiresCurl
    void withCurlWork(@TempDir Path directory) throws Exception {
        Files.writeString(
                directory.resolve("keys.ndjson"),
                KeyRecords.lines(List.of(
                        KeyRecords.of("curl-1", "foreign-curl-1"),
                        KeyRecords.with(KeyRecords.of("curl-2", ""), "hash", "x"))));

        String output = run(directory, "with curl", Map.of("TOKEN", realm.adminToken()));

        assertThat(output)
                .contains(
                        "{\"line\":2,\"errors\":[{\"field\":\"hash\"", "{\"complete\":true,\"read\":2,\"imported\":1");
        assertThat(Files.readString(directory.resolve("exported.ndjson")))
                .contains("\"externalId\":\"curl-1\"", KeyRecords.hex("foreign-curl-1"));
    }

    @Test
    void withTheAdminCliWork(@TempDir Path directory) throws Exception {
        Files.writeString(
                directory.resolve("keys.json"),
                KeyRecords.json(List.of(
                        KeyRecords.of("cli-1", "foreign-cli-1"),
                        KeyRecords.with(KeyRecords.of("cli-2", ""), "hash", "x"))));
        String path = Workspace.current().distribution().resolve("bin") + ":" + System.getenv("PATH");

        String output = run(
                directory,
                "with kcadm.sh",
                Map.of(
                        "PATH", path,
                        "ADMIN", RunningKeycloak.ADMIN_USERNAME,
                        "KC_CLI_PASSWORD", RunningKeycloak.ADMIN_PASSWORD));

        assertThat(output.replaceAll("\\s", "")).contains("\"complete\":true,\"read\":2,\"imported\":1", "\"line\":2");
        String exported = Files.readString(directory.resolve("exported.json"));
        assertThat(exported).contains(KeyRecords.hex("foreign-cli-1"));
        assertThat(Transfers.of(realm)
                        .send("application/json", "*/*", exported)
                        .last()
                        .toString())
                .contains("\"complete\":true", "\"imported\":0", "\"updated\":0", "\"refused\":0");
    }
}
