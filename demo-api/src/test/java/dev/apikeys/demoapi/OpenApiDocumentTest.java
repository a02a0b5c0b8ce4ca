package dev.apikeys.demoapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.resourceserver.RequiresScope;
import dev.apikeys.resourceserver.Unprotected;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The document says what the resources do. */
class OpenApiDocumentTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private final JsonNode document = document();

    @Test
    void hasEveryOperationWithTheScopesThatItTakesAndNoOther() {
        Map<String, List<Set<String>>> described = new HashMap<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation ->
                        described.put(operation.getKey() + " " + path.getKey(), alternatives(operation.getValue()))));

        Map<String, List<Set<String>>> real = new HashMap<>();
        DemoApi.RESOURCES.forEach(resource -> methods(resource)
                .forEach(method -> real.put(verb(method) + " " + path(resource, method), taken(resource, method))));

        assertThat(described).isEqualTo(real);
    }

    @Test
    void takesKeysInTheHeadersThatTheLibraryReads() {
        JsonNode schemes = document.at("/components/securitySchemes");

        assertThat(schemes.at("/apiKey/name").asText()).isEqualTo("X-API-Key");
        assertThat(schemes.at("/bearer/scheme").asText()).isEqualTo("bearer");
    }

    @Test
    void refersToNothingThatIsNotThere() {
        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.asText().substring(1)).isMissingNode())
                .as(reference.asText())
                .isFalse());
    }

    /** One set of scopes for each way to be let in; a way that takes no key is no scopes. */
    private static List<Set<String>> alternatives(JsonNode operation) {
        return stream(operation.path("security"))
                .map(requirement -> {
                    Set<String> scopes = new TreeSet<>();
                    requirement.forEach(list -> list.forEach(scope -> scopes.add(scope.asText())));
                    return scopes;
                })
                .toList();
    }

    /** The key goes into one header or the other, and takes the same scopes in both. */
    private static List<Set<String>> taken(Class<?> resource, Method method) {
        RequiresScope rule = Optional.ofNullable(method.getAnnotation(RequiresScope.class))
                .orElseGet(() -> resource.getAnnotation(RequiresScope.class));
        if (method.isAnnotationPresent(Unprotected.class)
                || (rule == null && resource.isAnnotationPresent(Unprotected.class))) {
            return List.of();
        }
        Set<String> scopes = rule == null ? Set.of() : new TreeSet<>(Arrays.asList(rule.value()));
        return List.of(scopes, scopes);
    }

    private static Stream<Method> methods(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> httpMethod(method).isPresent());
    }

    private static String verb(Method method) {
        return httpMethod(method).orElseThrow().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        String own = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(path -> "/" + path.value())
                .orElse("");
        return resource.getAnnotation(Path.class).value() + own;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(OpenApiResource.read());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
