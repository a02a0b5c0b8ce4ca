package dev.apikeys.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.RunningKeycloak;
import dev.apikeys.server.Workspace;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code REALM=… docker compose up}, as far as it goes without an engine: the file, and the script that sets secrets. */
class ComposeIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.from("ezpulze-realm.json");

    private static final Path REPOSITORY = Workspace.current().realms().resolveSibling("");
    private static final String PASSWORD = "a \"first\" pass\\word";

    static Stream<String> realms() throws IOException {
        try (Stream<Path> files = Files.list(Workspace.current().realms())) {
            return files
                    .map(file -> file.getFileName().toString().replace("-realm.json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("realms")
    void everyRealmFileHasTheClientAndTheUserThatComposeNames(String name) throws IOException {
        String file = Files.readString(Workspace.current().realms().resolve(name + "-realm.json"));

        assertThat(file)
                .contains(
                        "\"realm\": \"" + name + "\"",
                        "\"clientId\": \"" + name + "-api\"",
                        "\"username\": \"key-admin\"");
        if (!name.equals("demo")) {
            assertThat(file).doesNotContain("\"credentials\"", "\"secret\"");
        }
    }

    @Test
    void theComposeFileNamesTheRealmByTheVariableAlone() throws IOException {
        String compose = Files.readString(REPOSITORY.resolve("docker-compose.yml"));

        assertThat(compose)
                .contains(
                        "./realm-export/${REALM:-demo}-realm.json:/opt/keycloak/data/import/${REALM:-demo}-realm.json:ro",
                        "KEYCLOAK_ISSUER: http://keycloak:8080/realms/${REALM:-demo}",
                        "CLIENT_ID: ${REALM:-demo}-api",
                        "AUDIENCE: ${REALM:-demo}-api",
                        "REALM: ${REALM:-demo}")
                .doesNotContain("realms/demo", "demo-realm.json:", "REALM: demo");
    }

    @Test
    void theSetupGivesKeyAdminAFirstPasswordAndTheApiItsSecret() throws Exception {
        Run first = setup(Map.of());
        assertThat(first.output()).doesNotContain("pass", "a-secret").contains("are ready");
        assertThat(first.exitCode()).isZero();

        realm.introspect("ezpulze-api", "a-secret", "sk_live_nothing").then().statusCode(200);
        realm.admin().get(keyAdmin()).then().body("requiredActions", contains("UPDATE_PASSWORD"));
        firstLogin(PASSWORD).body("error_description", equalTo("Account is not fully set up"));
        firstLogin("key-admin").body("error_description", equalTo("Invalid user credentials"));

        assertThat(setup(Map.of("KEY_ADMIN_PASSWORD", "another")).exitCode()).isZero();
        firstLogin("another").body("error_description", equalTo("Invalid user credentials"));
        firstLogin(PASSWORD).body("access_token", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "KEY_ADMIN_PASSWORD, '', 1, choose KEY_ADMIN_PASSWORD",
        "API_SECRET, demo-api-secret, 1, choose a DEMO_API_SECRET",
        "REALM, demo, 0, ''"
    })
    void theSetupTakesNoPasswordThatEverybodyKnows(String name, String value, int exitCode, String output)
            throws Exception {
        Run run = setup(Map.of(name, value));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.output()).contains(output);
    }

    private static ValidatableResponse firstLogin(String password) {
        return realm.tokens()
                .request(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "key-admin",
                        "password",
                        password))
                .then();
    }

    private static String keyAdmin() {
        return realm.users().member("key-admin");
    }

    private record Run(int exitCode, String output) {}

    private static Run setup(Map<String, String> changes) throws IOException, InterruptedException {
        Path kcadm = Workspace.current().distribution().resolve("bin/kcadm.sh");
        assumeTrue(Files.isExecutable(kcadm), "the distribution has no kcadm.sh");
        Map<String, String> environment = new HashMap<>(Map.of(
                "KCADM",
                kcadm.toString(),
                "KEYCLOAK",
                realm.realmUrl("").replaceFirst("/realms/.*", ""),
                "KC_CLI_PASSWORD",
                RunningKeycloak.ADMIN_PASSWORD,
                "REALM",
                realm.name(),
                "API_ID",
                "ezpulze-api",
                "KEY_ADMIN_PASSWORD",
                PASSWORD,
                "API_SECRET",
                "a-secret",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
        environment.putAll(changes);
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", REPOSITORY.resolve("compose/keycloak/setup").toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> !variable.equals("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
