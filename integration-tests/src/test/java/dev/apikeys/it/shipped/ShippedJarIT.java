package dev.apikeys.it.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.server.Workspace;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the jars, and what comes with it. */
class ShippedJarIT {

    private static final Path PROJECT = Workspace.current().realms().resolveSibling(".");
    private static final List<String> ALLOWED =
            List.of("MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0");

    private static final String THEMES_BOM = "META-INF/sbom/themes.cdx.json";
    private static final String THIRD_PARTY = "META-INF/third-party-licenses.txt";

    @ParameterizedTest
    @ValueSource(strings = {"provider", "resource-server"})
    void noClassOfOthersIsInAJar(String module) throws IOException {
        try (JarFile jar = jar(module)) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("dev/apikeys/"));
        }
        JsonPath bom = JsonPath.from(Files.readString(one(module, ".cdx.json")));
        assertThat(bom.getString("bomFormat")).isEqualTo("CycloneDX");
        assertThat(bom.getString("metadata.component.group")).isEqualTo("dev.apikeys");
        List<String> groups = bom.getList("components.group");
        assertThat(groups == null ? List.<String>of() : groups).allMatch("dev.apikeys"::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "resource-server"})
    void ourLicenseIsInAJar(String module) throws IOException {
        try (JarFile jar = jar(module)) {
            assertThat(text(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(PROJECT.resolve("LICENSE")));
        }
    }

    @Test
    void everyLibraryInTheScriptsIsNamedWithALicenseThatMayShip() throws IOException {
        List<Map<String, ?>> components = scripts();

        assertThat(components).extracting("name").contains("react", "react-dom", "react-core", "js-yaml");
        assertThat(components).allSatisfy(component -> {
            assertThat(String.valueOf(component.get("purl"))).startsWith("pkg:npm/");
            assertThat(licenses(component)).isNotEmpty().allMatch(ALLOWED::contains);
        });
    }

    @Test
    void theTextsOfTheirLicensesComeAlong() throws IOException {
        try (JarFile jar = jar("provider")) {
            String texts = text(jar, THIRD_PARTY);

            assertThat(texts)
                    .contains("Copyright (c) Facebook, Inc. and its affiliates.", "Copyright (c) 2019 Red Hat, Inc.")
                    .doesNotContain("undefined");
            assertThat(texts.lines()
                            .filter(line -> line.matches("\\S+ \\S+ \\((" + String.join("|", ALLOWED) + ")\\)")))
                    .hasSizeGreaterThan(90)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void nothingThatOnlyWeNeedIsInTheJar() throws IOException {
        try (JarFile jar = jar("provider")) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .noneMatch(name -> name.endsWith(".map") || name.endsWith(".ts") || name.endsWith(".java"));
        }
    }

    private static List<Map<String, ?>> scripts() throws IOException {
        try (JarFile jar = jar("provider")) {
            return JsonPath.from(text(jar, THEMES_BOM)).getList("components");
        }
    }

    /** Of one component; all of them hold where there are several. */
    private static List<String> licenses(Map<String, ?> component) {
        JsonNode json = new ObjectMapper().valueToTree(component.get("licenses"));
        return Stream.concat(json.findValuesAsText("id").stream(), json.findValuesAsText("expression").stream())
                .flatMap(license -> Stream.of(license.split(" AND ")))
                .toList();
    }

    private static JarFile jar(String module) throws IOException {
        return new JarFile(one(module, ".jar").toFile());
    }

    private static Path one(String module, String ending) throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches("keycloak-api-keys[a-z0-9.-]*-[0-9.]+(-SNAPSHOT)?" + ending.replace(".", "[.]")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no *" + ending + " in " + module
                            + "; lists of parts are made only while Maven is online"));
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
