package dev.apikeys.it.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import dev.apikeys.server.Workspace;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What operators see in their own tools. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelemetryIT {

    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(keycloak_api_keys_[a-z_]+)`", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("keycloak_api_keys_[a-z_]+");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=~?\"");
    private static final Pattern GROUPED = Pattern.compile("by \\(([^)]*)\\)");

    /** What Prometheus adds. */
    private static final Set<String> ADDED = Set.of("instance");

    private TraceCollector collector;
    private KeycloakServer keycloak;
    private TestRealm realm;
    private Keys keys;

    @BeforeAll
    void start() throws IOException {
        collector = TraceCollector.start();
        keycloak = KeycloakServer.start(ServerOptions.named("it-telemetry")
                .withBuildOption("metrics-enabled", "true")
                .withBuildOption("tracing-enabled", "true")
                .withBuildOption("tracing-sampler-type", "always_on")
                .withStartOption("tracing-endpoint", collector.url())
                .withStartOption("tracing-protocol", "http/protobuf")
                .withStartOption("tracing-compression", "none"));
        realm = TestRealm.onServer(keycloak, "demo-realm.json");
        realm.importNow();
        keys = new Keys(realm);
    }

    @AfterAll
    void stop() {
        keycloak.close();
        collector.close();
    }

    @Test
    void everyDocumentedMetricIsThere() throws IOException {
        new UsageOf(realm, used()).after(1);
        Set<String> documented = DOCUMENTED
                .matcher(Files.readString(docs().resolve("usage.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());

        assertThat(documented).hasSizeGreaterThan(4);
        assertThat(samples().lines().map(line -> line.replaceFirst("(_count|_sum|_bucket)?[{ ].*", "")))
                .containsAll(documented);
    }

    @Test
    void everyPanelOfTheDashboardAsksForWhatIsThere() throws IOException {
        new UsageOf(realm, used()).after(1);
        JsonPath dashboard = JsonPath.from(Files.readString(docs().resolve("grafana/api-keys.json")));
        List<String> expressions = dashboard.getList("panels.targets.flatten().expr");
        assertThat(expressions).hasSizeGreaterThan(10).allMatch(NAME.asPredicate());
        String samples = samples();

        for (String expression : expressions) {
            List<String> names =
                    NAME.matcher(expression).results().map(MatchResult::group).toList();
            assertThat(names).as(expression).allMatch(name -> samples.lines().anyMatch(isSampleOf(name)));
            assertThat(labelsOf(expression)).as(expression).allMatch(isLabelOf(names, samples));
        }
    }

    @Test
    void aDecisionIsToldByItsDoorVerdictAndReason() {
        NewKey key = used();
        keys.introspect(key.value(), Map.of("scope", "calls:write"));

        String samples = samples();
        assertThat(samples)
                .containsPattern("verdicts_total\\{door=\"introspection\",reason=\"none\",verdict=\"allowed\"} [1-9]")
                .containsPattern(
                        "verdicts_total\\{door=\"introspection\",reason=\"insufficient_scope\",verdict=\"denied\"} [1-9]")
                .containsPattern("verification_seconds_count\\{door=\"introspection\",verdict=\"denied\"} [1-9]")
                .containsPattern("cache_lookups_total\\{result=\"hit\"} [1-9]")
                .doesNotContain(key.id())
                .doesNotContain(realm.name());
    }

    @Test
    void spansOfRequestsTellTheVerdictAndNotTheValue() {
        NewKey key = used();
        keys.introspect(key.value(), Map.of("scope", "calls:write"));

        String spans = Eventually.get(collector::received, text -> text.contains("insufficient_scope"));

        assertThat(spans)
                .contains("kc.apiKey.id", key.id())
                .contains("kc.apiKey.door", "kc.apiKey.verdict", "kc.apiKey.reason")
                .doesNotContain(key.value());
    }

    private NewKey used() {
        NewKey key = keys.create();
        keys.introspect(key).then().statusCode(200);
        keys.introspect(key).then().statusCode(200);
        return key;
    }

    private String samples() {
        return given().get(keycloak.managementUrl().resolve("/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith("keycloak_api_keys_"))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> labelsOf(String expression) {
        Set<String> labels =
                LABEL.matcher(expression).results().map(found -> found.group(1)).collect(Collectors.toSet());
        GROUPED.matcher(expression)
                .results()
                .forEach(found -> labels.addAll(List.of(found.group(1).split(", "))));
        labels.removeAll(ADDED);
        return labels;
    }

    private static Predicate<String> isLabelOf(List<String> names, String samples) {
        return label -> samples.lines()
                .filter(line -> names.stream().anyMatch(name -> line.startsWith(name + "{")))
                .anyMatch(line -> line.contains(label + "=\""));
    }

    private static Predicate<String> isSampleOf(String name) {
        return line -> line.startsWith(name + "{") || line.startsWith(name + " ");
    }

    private static Path docs() {
        return Workspace.current().realms().resolveSibling("docs");
    }
}
