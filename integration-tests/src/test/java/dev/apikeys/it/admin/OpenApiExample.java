package dev.apikeys.it.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.it.admin.OpenApiDocument.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An example of the OpenAPI document.
 *
 * @param name where it stands, for people
 * @param schema where the schema stands that it must fit
 */
record OpenApiExample(String name, String schema, JsonNode value) {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.INSTANCE;

    /** All examples of requests and responses. */
    static Stream<OpenApiExample> all() {
        List<OpenApiExample> examples = new ArrayList<>();
        DOCUMENT.operations().forEach(operation -> {
            collect(operation.id(), operation.pointer() + "/requestBody", examples);
            operation
                    .node()
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> collect(
                            operation.id() + " " + status, operation.pointer() + "/responses/" + status, examples));
        });
        return examples.stream();
    }

    /** Examples of JSON objects that may have documented fields only. */
    static Stream<OpenApiExample> allObjects() {
        return all().filter(example -> example.value().isObject())
                .filter(example -> !example.value().path("active").asBoolean())
                .filter(example -> !example.value().has("token"));
    }

    private static void collect(String name, String pointer, List<OpenApiExample> examples) {
        Part body = DOCUMENT.part(pointer);
        for (Map.Entry<String, JsonNode> media : body.node().path("content").properties()) {
            String at = body.pointer() + "/content/" + OpenApiDocument.escape(media.getKey());
            media.getValue()
                    .path("examples")
                    .fieldNames()
                    .forEachRemaining(example -> examples.add(new OpenApiExample(
                            name + " " + example,
                            at + "/schema",
                            DOCUMENT.part(at + "/examples/" + example).node().path("value"))));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
