package dev.apikeys.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The OpenAPI document of the extension: its operations, and its schemas made ready to validate. */
final class OpenApiDocument {

    static final OpenApiDocument INSTANCE = read();

    private static final String IRI = "urn:api-keys:openapi";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final String text;
    private final JsonNode root;
    private final SchemaRegistry schemas;

    private OpenApiDocument(String text, JsonNode root) {
        this.text = text;
        this.root = root;
        this.schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(IRI, root.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** An operation, and where in the document it stands. */
    record Operation(String method, String path, String pointer, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A part of the document with references to other parts followed, and where it really stands. */
    record Part(String pointer, JsonNode node) {}

    String text() {
        return text;
    }

    /** The part at a JSON pointer. */
    Part part(String pointer) {
        JsonNode node = root.at(pointer);
        String reference = node.path("$ref").asText();
        return reference.startsWith("#") ? part(reference.substring(1)) : new Part(pointer, node);
    }

    boolean has(String pointer) {
        return !root.at(pointer).isMissingNode();
    }

    /** The schema at a JSON pointer. */
    Schema schema(String pointer) {
        return schemas.getSchema(SchemaLocation.of(IRI + "#" + pointer));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.add(new Operation(
                        member.getKey(),
                        path.getKey(),
                        "/paths/" + escape(path.getKey()) + "/" + member.getKey(),
                        member.getValue()))));
        return operations;
    }

    /** The operation that a request asks for; a path without parameters goes before one that has some. */
    Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method))
                .filter(operation -> Pattern.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+"), path))
                .min(Comparator.comparing(operation ->
                        operation.path().chars().filter(c -> c == '{').count()));
    }

    Set<String> queryParameters(Operation operation) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < operation.node().path("parameters").size(); i++) {
            JsonNode parameter = part(operation.pointer() + "/parameters/" + i).node();
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    /** A name as a part of a JSON pointer (RFC 6901 §3). */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static OpenApiDocument read() {
        Path file = Workspace.current().realms().resolveSibling("docs/api/openapi.yaml");
        try {
            String text = Files.readString(file);
            return new OpenApiDocument(text, new YAMLMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
