package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.apikeys.it.admin.OpenApiDocument.Operation;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.TestRealm;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The OpenAPI document is valid, and the server gives every answer that it promises: {@link OpenApiContract} holds each
 * of them against its schema, to the last field.
 */
class OpenApiIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.INSTANCE;

    /** {@code DatabaseStoppedIT} asks for these. */
    private static final Set<String> WHILE_THE_DATABASE_IS_AWAY =
            Set.of("checkKey 503", "checkKeyByPath 503", "checkKeys 503", "introspect 503");

    private static final String NOWHERE = "00000000-0000-4000-8000-000000000000";

    @Nested
    class TheDocument {

        @Test
        void isOpenApi31() {
            SwaggerParseResult parsed =
                    new OpenAPIV3Parser().readContents(DOCUMENT.text(), List.of(), new ParseOptions());
            assertThat(parsed.getMessages()).isEmpty();
            assertThat(parsed.getOpenAPI().getSpecVersion()).isEqualTo(SpecVersion.V31);
        }

        @Test
        void hasSchemasOfTheDialectOfOpenApi31() {
            Schema dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
            assertThat(DOCUMENT.part("/components/schemas").node().properties())
                    .isNotEmpty()
                    .allSatisfy(schema -> assertThat(dialect.validate(schema.getValue()))
                            .as(schema.getKey())
                            .isEmpty());
        }

        @Test
        void namesEveryOperationOnceAndSaysWhatItDoes() {
            assertThat(DOCUMENT.operations())
                    .extracting(Operation::id)
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
            assertThat(DOCUMENT.operations()).allSatisfy(operation -> assertThat(
                            operation.node().path("summary").asText())
                    .as(operation.id())
                    .isNotBlank());
        }

        @ParameterizedTest
        @MethodSource("dev.apikeys.it.admin.OpenApiExample#all")
        void hasExamplesThatFitTheirSchemas(OpenApiExample example) {
            assertThat(DOCUMENT.schema(example.schema()).validate(example.value()))
                    .isEmpty();
        }

        @ParameterizedTest
        @MethodSource("dev.apikeys.it.admin.OpenApiExample#allObjects")
        void leavesNoRoomForAFieldThatItDoesNotDescribe(OpenApiExample example) {
            ObjectNode more = example.value().deepCopy();
            more.put("surprise", 1);
            assertThat(DOCUMENT.schema(example.schema()).validate(more)).isNotEmpty();
        }
    }

    @Nested
    class TheServer {

        private final OpenApiContract contract = new OpenApiContract();
        private final AdminApi api = AdminApi.of(realm, contract);

        @Test
        void everyDocumentedAnswerIsGivenAndFitsItsSchema() {
            succeed();
            refuse();
            conflict();
            keepOut();
            introspect();
            new OpenApiChecks(realm, contract, api).ask();
            new OpenApiAccount(realm, contract).ask();
            assertThat(contract.kept()).containsExactlyElementsOf(documented());
        }

        private Set<String> documented() {
            Set<String> answers = new TreeSet<>();
            DOCUMENT.operations().forEach(operation -> operation
                    .node()
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> answers.add(operation.id() + " " + status)));
            answers.removeAll(WHILE_THE_DATABASE_IS_AWAY);
            return answers;
        }

        private void succeed() {
            ScopeGroups.create(realm, "call-manager", "calls:read calls:write calls:unknown");
            ScopeGroups.create(realm, "circle", "circle");
            Map<String, Object> full = NewKeys.named("Everything that a key can have");
            full.put("description", "Every field");
            full.put("environment", "test");
            full.put("scopeGroups", List.of("call-manager"));
            full.put("allowedIps", List.of("203.0.113.0/24"));
            full.put("limits", List.of("60/minute"));
            full.put("metadata", Map.of("team", Map.of("name", "billing")));
            full.put("expiresAt", "2999-01-31T00:00:00Z");
            full.put("userId", realm.users().id("alice"));
            String id = api.created(full).id();
            api.rotate(id, Map.of("overlap", 60));
            api.update(id, api.read(id).path("$"));
            api.usage(id, Map.of("bucket", "day", "from", "2026-01-01T00:00:00Z", "to", "2026-02-01T00:00:00Z"));
            List.of("disable", "enable", "revoke").forEach(action -> api.act(id, action));
            api.list(Map.of("sort", "name", "direction", "desc", "first", 0, "max", 10, "search", "every"));
            api.count(Map.of("status", "revoked", "unusedSince", "2999-01-31T00:00:00Z"));
            api.scopes(Map.of("clientId", "shop-backend"));
            api.clients(Map.of("search", "SHOP", "first", 0, "max", 10));
            api.policies();
            api.acceptedBy(Map.of("clientId", "shop-backend", "scopes", List.of("calls:read")));
            api.createUiClient();
            api.scopeGroups();
            api.importKeys(List.of(
                    KeyRecords.of("documented", "a documented value"),
                    KeyRecords.with(KeyRecords.of("wrong", "x"), "hash", "x")));
            api.exportKeys(Map.of("clientId", "shop-backend", "status", "active"));
            api.defaultSettings();
            api.changeSettings(Map.of("maxLifetime", 86_400, "errorFormat", "error-object"));
            api.settings();
            api.changeSettings("{\"maxLifetime\":null,\"errorFormat\":null}");
            api.delete(id);
        }

        private void refuse() {
            String id = api.created(NewKeys.named("Refusals")).id();
            api.create(NewKeys.with("allowedIps", List.of("here", "there")));
            api.list(Map.of("max", 0));
            api.count(Map.of("status", "gone"));
            api.scopes(Map.of("clientId", "nobody"));
            api.clients(Map.of("max", 0));
            api.acceptedBy(Map.of("clientId", "shop-backend"));
            api.exportKeys(Map.of("clientId", "nobody"));
            api.update(id, Map.of("colour", "red"));
            api.rotate(id, Map.of("overlap", -1));
            api.usage(id, Map.of("bucket", "year"));
            api.changeSettings(Map.of("freshness", -1));
            AdminApi plain = api.sending(ContentType.TEXT);
            plain.create("{}");
            plain.update(id, "{}");
            plain.rotate(id, "{}");
            plain.acceptedBy("{}");
            plain.changeSettings("{}");
            plain.importKeys("{}");
            AdminOperation.onOneKey().forEach(operation -> operation.send(api, NOWHERE));
        }

        private void conflict() {
            String id = api.created(NewKeys.named("Conflicts")).id();
            api.act(id, "revoke");
            List.of("enable", "disable", "rotate").forEach(action -> api.act(id, action));
            api.update(id, Map.of("name", "x"));
            api.changeSettings(Map.of("maxActivePerClient", 0));
            api.create(NewKeys.named("One too many"));
            api.createUiClient();
            api.changeSettings(NewKeys.only("maxActivePerClient", null));
        }

        /** Without a token, and without a role. */
        private void keepOut() {
            String id = api.created(NewKeys.named("Guarded")).id();
            for (AdminApi outsider : List.of(api.asNobody(), api.asUser("alice"))) {
                AdminOperation.all().forEach(operation -> operation.send(outsider, id));
            }
        }

        private void introspect() {
            String value = api.created(NewKeys.with("expiresAt", "2999-01-31T00:00:00Z"))
                    .value();
            introspect("demo-api-secret", Map.of("token", value, "scope", "calls:read", "client_ip", "::1", "cost", 0));
            introspect("demo-api-secret", Map.of("token", value, "scope", "calls:write"));
            introspect("demo-api-secret", Map.of("token", "unknown"));
            introspect("demo-api-secret", Map.of("token", value, "cost", "much"));
            introspect("wrong", Map.of("token", value));
        }

        private void introspect(String secret, Map<String, ?> form) {
            RestAssured.given()
                    .filter(contract)
                    .auth()
                    .preemptive()
                    .basic("demo-api", secret)
                    .formParams(form)
                    .post(realm.realmUrl("/protocol/openid-connect/token/introspect"));
        }
    }
}
