package dev.apikeys.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.apikeys.keycloak.account.AccountResource;
import dev.apikeys.keycloak.admin.KeysResource;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/permission-matrix.md} has a row for every endpoint: whoever adds one has to say who may use it. */
class PermissionMatrixTest {

    private static final java.nio.file.Path PAGE = java.nio.file.Path.of("..", "docs", "permission-matrix.md");
    private static final Pattern HEADING = Pattern.compile("## .*`(/\\S+)`");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+) (/\\S*)` \\|.*");
    private static final List<String> EVERY_METHOD =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** The doors that Keycloak opens, and what stands behind them. */
    private static final Map<String, Class<?>> DOORS =
            Map.of("/admin/realms/{realm}/api-keys", KeysResource.class, "/realms/{realm}/api-keys", RealmDoor.class);

    /** What locators find that do not tell it by their type. */
    private static final Map<String, Class<?>> FOUND = Map.of("RealmDoor.account", AccountResource.class);

    private final Set<String> endpoints = new TreeSet<>();
    private final Set<String> reached = new HashSet<>();

    PermissionMatrixTest() {
        DOORS.forEach((path, resource) -> walk(path, resource, Set.of()));
    }

    @Test
    void hasARowForEveryEndpointAndNoOthers() throws IOException {
        Set<String> documented = rows().stream()
                .filter(row -> !row.contains("/protocol/"))
                .flatMap(PermissionMatrixTest::methods)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).containsExactlyElementsOf(endpoints);
    }

    /** Otherwise this test would not see what it is there to see. */
    @Test
    void allResourceMethodsCanBeReached() {
        Set<String> annotated = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.apikeys.keycloak")
                        .stream()
                        .flatMap(some -> some.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(method -> name(method.getOwner().getSimpleName(), method.getName()))
                        .collect(Collectors.toSet());

        assertThat(reached).containsAll(annotated);
    }

    private void walk(String path, Class<?> resource, Set<Method> locators) {
        for (Method method : resource.getMethods()) {
            Optional<String> below =
                    Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
            String there = path + below.map(PermissionMatrixTest::segment).orElse("");
            Optional<String> verb = verb(method);
            verb.ifPresent(name -> {
                endpoints.add(name + " " + there);
                for (Class<?> type = resource; type != Object.class; type = type.getSuperclass()) {
                    reached.add(name(type.getSimpleName(), method.getName()));
                }
            });
            if (verb.isEmpty() && below.isPresent() && !locators.contains(method)) {
                Set<Method> more = new HashSet<>(locators);
                more.add(method);
                walk(there, found(method), more);
            }
        }
    }

    private static Class<?> found(Method locator) {
        String name = name(locator.getDeclaringClass().getSimpleName(), locator.getName());
        Class<?> type = FOUND.getOrDefault(name, locator.getReturnType());
        assertThat(type).as("what %s finds; say it in FOUND", name).isNotEqualTo(Object.class);
        return type;
    }

    private static String name(String type, String method) {
        return type + "." + method;
    }

    private static String segment(String path) {
        String plain = path.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
        return plain.isEmpty() || plain.startsWith("/") ? plain : "/" + plain;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Set<String> rows() throws IOException {
        Set<String> rows = new TreeSet<>();
        String door = "";
        for (String line : Files.readAllLines(PAGE)) {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                door = heading.group(1);
            } else if (row.matches()) {
                rows.add(row.group(1) + " " + door + (row.group(2).equals("/") ? "" : row.group(2)));
            }
        }
        return rows;
    }

    private static Stream<String> methods(String row) {
        return row.startsWith("ANY ")
                ? EVERY_METHOD.stream().map(method -> method + row.substring("ANY".length()))
                : Stream.of(row);
    }
}
