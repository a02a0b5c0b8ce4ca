package dev.apikeys.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} shows its claims by tests that exist. */
class SecurityPageTest {

    private static final Path TOP = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test|Contract)|\\w+\\.test\\.tsx?)`");
    private static final Pattern DECISION = Pattern.compile("\\(decisions/([\\w.-]+\\.md)\\)");

    @Test
    void namesTestsThatExist() throws IOException {
        Set<String> named = found(TEST);

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(sources()).containsAll(named);
    }

    @Test
    void namesDecisionsThatExist() throws IOException {
        assertThat(found(DECISION)).isNotEmpty().allSatisfy(decision -> assertThat(
                        TOP.resolve("docs/decisions").resolve(decision))
                .exists());
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(TOP.resolve("docs/security.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the sources of all tests; those of Java without their ending. */
    private static Set<String> sources() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : new String[] {"core", "provider", "resource-server", "integration-tests", "themes"}) {
            try (Stream<Path> files = Files.walk(TOP.resolve(module).resolve("src"))) {
                files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
