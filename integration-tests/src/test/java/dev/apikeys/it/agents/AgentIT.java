package dev.apikeys.it.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.RequiresCurl;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the key of an agent to its end, by the commands of docs/agents.md as they stand there. */
class AgentIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AgentsPage page = AgentsPage.read();
    private final Map<String, String> names = new HashMap<>();
    private McpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new McpServer(realm);
        names.put("KEYCLOAK", realm.realmUrl("").replaceFirst("/realms/.*", ""));
        names.put("REALM", realm.name());
        names.put("USER_TOKEN", realm.tokens().password("alice", "alice"));
        names.put("AGENT_IP", "127.0.0.1");
        names.put("EXPIRES_AT", in(Duration.ofHours(8)));
        names.put("MCP", server.origin() + "/mcp");
        names.put("API_ID", "demo-api");
        names.put("API_SECRET", "demo-api-secret");
        names.put("TOOL", "list_calls");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyCommandOfThePageIsRun() {
        assertThat(page.commands().keySet())
                .containsExactlyInAnyOrder(
                        "make",
                        "policy",
                        "revoke",
                        "make-own",
                        "revoke-own",
                        "discover",
                        "metadata",
                        "call",
                        "token",
                        "introspect",
                        "exchange");
        assertThat(AgentsPage.text().split("```sh\n", -1))
                .hasSize(page.commands().size() + 1);
    }

    @Test
    @RequiresCurl
    void anAgentLearnsWhereToGetAToken() {
        assertThat(run("discover", names))
                .startsWith("HTTP/1.1 401")
                .containsIgnoringCase("WWW-Authenticate: Bearer resource_metadata=\"" + server.origin()
                        + "/.well-known/oauth-protected-resource/mcp\"");
        JsonPath metadata = json("metadata");
        assertThat(metadata.getString("resource")).isEqualTo(names.get("MCP"));
        assertThat(metadata.<String>getList("authorization_servers")).containsExactly(realm.realmUrl(""));
    }

    @Test
    @RequiresCurl
    void aKeyOpensWhatItIsForFromWhereTheAgentRunsUntilItIsRevoked() {
        takeKey("make", command -> command);

        assertThat(call(names.get("KEY"))).startsWith("HTTP/1.1 200").contains("for service-account-shop-backend");
        assertThat(run("call", callWith(names.get("KEY")), AgentIT::fromElsewhere))
                .startsWith("HTTP/1.1 403")
                .contains("ip_denied");
        assertThat(run("token", names, AgentIT::fromElsewhere)).doesNotContain("access_token");

        String token = json("token").getString("access_token");
        assertThat(call(token)).startsWith("HTTP/1.1 200");
        assertThat(isActive(token)).isTrue();
        names.put("TOOL", "create_call");
        assertThat(call(names.get("KEY"))).startsWith("HTTP/1.1 403").contains("scope=\"calls:write\"");
        assertThat(call(token)).startsWith("HTTP/1.1 403").contains("scope=\"calls:write\"");
        names.put("TOOL", "list_calls");

        assertThat(json("revoke").getString("status")).isEqualTo("revoked");
        assertThat(call(names.get("KEY"))).startsWith("HTTP/1.1 401").contains("key_revoked");
        assertThat(call(token)).startsWith("HTTP/1.1 401");
        assertThat(isActive(token)).isFalse();
        assertThat(run("token", names)).doesNotContain("access_token");
    }

    @Test
    @RequiresCurl
    void aLimitHoldsForTheKeyAndForGettingTokens() {
        takeKey("make", command -> command.replace("100/hour", "2/hour"));

        assertThat(call(names.get("KEY"))).startsWith("HTTP/1.1 200");
        String token = json("token").getString("access_token");
        assertThat(call(names.get("KEY"))).startsWith("HTTP/1.1 429").containsPattern("(?i)Retry-After: [1-9]");
        assertThat(run("token", names)).doesNotContain("access_token").contains("temporarily_unavailable");
        names.put("TOKEN", names.get("KEY"));
        JsonPath answer = json("introspect");
        assertThat(answer.getString("error")).isEqualTo("rate_limit_exceeded");
        assertThat(answer.getInt("retry_after")).isPositive();
        assertThat(call(token)).startsWith("HTTP/1.1 200");
    }

    @Test
    @RequiresCurl
    void aKeyAndItsTokensEndWithItsExpiry() {
        names.put("EXPIRES_AT", in(Duration.ofSeconds(6)));
        takeKey("make", command -> command);
        Instant expiry = Instant.parse(realm.admin()
                .get(realm.adminUrl("/api-keys/" + names.get("KEY_ID")))
                .then()
                .extract()
                .path("expiresAt"));
        String token = json("token").getString("access_token");
        names.put("TOKEN", token);
        Eventually.get(() -> json("introspect"), answer -> !answer.getBoolean("active"));

        assertThat(Instant.now()).isAfterOrEqualTo(expiry.minusSeconds(1));
        assertThat(Eventually.get(() -> call(names.get("KEY")), answer -> answer.startsWith("HTTP/1.1 401")))
                .contains("key_expired");
        assertThat(call(token)).startsWith("HTTP/1.1 401");
    }

    @Test
    @RequiresCurl
    void aUsersAgentActsForTheUser() {
        new KeyTokens(realm).allowExchange("demo-api");
        takeKey("make-own", command -> command);

        assertThat(call(names.get("KEY"))).startsWith("HTTP/1.1 200").contains("for alice");
        assertThat(run("token", names)).doesNotContain("access_token");
        String token = json("exchange").getString("access_token");
        assertThat(call(token)).startsWith("HTTP/1.1 200").contains("for alice");
        names.put("AGENT_IP", "127.0.0.2");
        assertThat(run("exchange", names)).doesNotContain("access_token");

        assertThat(json("revoke-own").getString("status")).isEqualTo("revoked");
        assertThat(call(names.get("KEY"))).startsWith("HTTP/1.1 401");
        assertThat(isActive(token)).isFalse();
    }

    @Test
    @RequiresCurl
    void aRealmCanLayThisDownForAllKeys() {
        TestRealm strict = TestRealm.fromDemo();
        strict.whileImported(() -> {
            names.put("REALM", strict.name());
            assertThat(json("policy").getInt("maxLifetime")).isEqualTo(86_400);
            assertThat(json("make").getString("status")).isEqualTo("active");
            String withinADay = names.put("EXPIRES_AT", in(Duration.ofDays(2)));
            assertThat(run("make", names)).contains("expiresAt").doesNotContain("\"key\"");
            names.put("EXPIRES_AT", withinADay);
            assertThat(run("make", names, command -> command.replace("\"'\"$AGENT_IP\"'\"", "")))
                    .contains("allowedIps")
                    .doesNotContain("\"key\"");
        });
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String fromElsewhere(String command) {
        return command.replace("curl ", "curl --interface 127.0.0.2 ");
    }

    private void takeKey(String command, UnaryOperator<String> change) {
        JsonPath made = JsonPath.from(run(command, names, change));
        names.put("KEY", made.getString("key"));
        names.put("KEY_ID", made.getString("id"));
    }

    private JsonPath json(String command) {
        return JsonPath.from(run(command, names));
    }

    /** The administrator's token lives for a minute only. */
    private String run(String command, Map<String, String> environment, UnaryOperator<String> change) {
        environment.put("ADMIN_TOKEN", realm.adminToken());
        return page.run(command, environment, change);
    }

    private String run(String command, Map<String, String> environment) {
        return run(command, environment, asItStands -> asItStands);
    }

    private String call(String token) {
        return run("call", callWith(token));
    }

    /** The page sends the key; whatever is a bearer token goes the same way. */
    private Map<String, String> callWith(String token) {
        Map<String, String> changed = new HashMap<>(names);
        changed.put("KEY", token);
        return changed;
    }

    private boolean isActive(String token) {
        names.put("TOKEN", token);
        return json("introspect").getBoolean("active");
    }
}
