package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.it.admin.OpenApiDocument.Operation;
import dev.apikeys.it.admin.OpenApiDocument.Part;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fails a test when the server answers what the OpenAPI document does not promise. */
public final class OpenApiContract implements Filter {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.INSTANCE;
    private static final String JSON_SCHEMA = "/content/application~1json/schema";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /** What was held against the document so far, such as {@code readApiKey 404}. */
    Set<String> kept() {
        return new TreeSet<>(kept);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        Operation operation = DOCUMENT.operation(request.getMethod(), path)
                .orElseThrow(() -> new AssertionError("not documented: " + request.getMethod() + " " + path));
        assertAnswer(operation, response);
        if (response.statusCode() < 300) {
            assertRequest(operation, request);
        }
        kept.add(operation.id() + " " + response.statusCode());
        return response;
    }

    /** A request that the server understood is one that the document allows. */
    private static void assertRequest(Operation operation, FilterableRequestSpecification request) {
        assertThat(DOCUMENT.queryParameters(operation))
                .as("documented query parameters of %s", operation)
                .containsAll(request.getQueryParams().keySet());
        String schema = operation.pointer() + "/requestBody" + JSON_SCHEMA;
        if (DOCUMENT.has(schema) && request.getBody() != null) {
            assertValid(operation + " request", schema, request.getBody().toString());
        }
    }

    private static void assertAnswer(Operation operation, Response response) {
        String what = operation + " answer " + response.statusCode();
        Part documented = DOCUMENT.part(operation.pointer() + "/responses/" + response.statusCode());
        assertThat(documented.node().isMissingNode())
                .as("%s is not documented: %s", what, response.asString())
                .isFalse();
        documented
                .node()
                .path("headers")
                .fieldNames()
                .forEachRemaining(name -> assertHeader(
                        what + ", " + name, documented.pointer() + "/headers/" + name, response.header(name)));
        if (documented.node().has("content")) {
            String type = response.contentType().replaceFirst(";.*", "");
            assertThat(documented.node().path("content").has(type))
                    .as(what + ", " + type)
                    .isTrue();
            assertValid(
                    what,
                    documented.pointer() + "/content/" + OpenApiDocument.escape(type) + "/schema",
                    response.asString());
        } else {
            assertThat(response.asString()).as(what).isEmpty();
        }
    }

    private static void assertHeader(String what, String pointer, @Nullable String value) {
        if (value == null) {
            assertThat(DOCUMENT.part(pointer).node().path("required").asBoolean())
                    .as(what + " is missing")
                    .isFalse();
            return;
        }
        assertThat(DOCUMENT.schema(DOCUMENT.part(pointer).pointer() + "/schema")
                        .validate(JSON.getNodeFactory().textNode(value)))
                .as(what)
                .isEmpty();
    }

    private static void assertValid(String what, String schema, String body) {
        assertThat(DOCUMENT.schema(schema).validate(json(body)))
                .as("%s: %s", what, body)
                .isEmpty();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }
}
