package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 400: names, descriptions, environments and metadata that a key cannot have. */
class AdminCreateTextIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @AfterEach
    void nothingWasWritten() {
        assertThat(api.count(Map.of()).asString()).isEqualTo("0");
    }

    static Stream<Arguments> noTexts() {
        return Stream.of(
                Arguments.of(7, "7"),
                Arguments.of(true, "true"),
                Arguments.of(List.of("x"), "[\"x\"]"),
                Arguments.of(Map.of("x", 1), "{\"x\":1}"));
    }

    @Nested
    class TheName {

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
        void cannotBeBlank(String name) {
            assertRefused(api.create(NewKeys.with("name", name)), "name", "", "text of 1 to 255 characters");
        }

        @Test
        void cannotBeAbsent() {
            assertRefused(api.create(NewKeys.without("name")), "name", "", "text of 1 to 255 characters");
        }

        @Test
        void cannotBeLongerThan255Characters() {
            assertRefused(
                    api.create(NewKeys.named("x".repeat(256))),
                    "name",
                    "x".repeat(100) + "…",
                    "text of at most 255 characters");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000b", "a\nb", "a\rb", "a\tb", "a\u001bb", "a\u007fb", "a\u0085b"})
        void cannotHaveControlCharacters(String name) {
            assertRefused(api.create(NewKeys.named(name)), "name", "a\uFFFDb", "none of them a control character");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\ud800", "x\\udc00y", "\\udc00\\ud800"})
        void cannotHaveHalfASurrogatePair(String escaped) {
            String body = "{\"name\":\"" + escaped + "\",\"clientId\":\"shop-backend\",\"scopes\":[\"calls:read\"]}";
            api.create(body).then().statusCode(400).body("field", equalTo("name"));
        }

        @ParameterizedTest
        @MethodSource("dev.apikeys.it.admin.AdminCreateTextIT#noTexts")
        void isText(Object name, String echo) {
            assertRefused(api.create(NewKeys.with("name", name)), "name", echo, "text of at most 255 characters");
        }
    }

    @Nested
    class TheDescription {

        @Test
        void cannotBeLongerThan1000Characters() {
            assertRefused(
                    api.create(NewKeys.with("description", "x".repeat(1_001))),
                    "description",
                    "x".repeat(100) + "…",
                    "text of at most 1000 characters");
        }

        @Test
        void cannotHaveControlCharacters() {
            assertRefused(
                    api.create(NewKeys.with("description", "two\nlines")),
                    "description",
                    "two\uFFFDlines",
                    "none of them a control character");
        }

        @ParameterizedTest
        @MethodSource("dev.apikeys.it.admin.AdminCreateTextIT#noTexts")
        void isText(Object description, String echo) {
            assertRefused(
                    api.create(NewKeys.with("description", description)), "description", echo, "text of at most 1000");
        }
    }

    @Nested
    class TheEnvironment {

        @ParameterizedTest
        @ValueSource(strings = {"staging", "LIVE", "sk_live_", "%"})
        void isOneThatAPrefixNames(String environment) {
            assertRefused(
                    api.create(NewKeys.with("environment", environment)),
                    "environment",
                    environment,
                    "one of this realm: live, test");
        }

        @ParameterizedTest
        @MethodSource("dev.apikeys.it.admin.AdminCreateTextIT#noTexts")
        void isText(Object environment, String echo) {
            assertRefused(
                    api.create(NewKeys.with("environment", environment)), "environment", echo, "text of at most 64");
        }
    }

    @Nested
    class TheMetadata {

        @ParameterizedTest
        @CsvSource({"text,text", "7,7"})
        void areAnObject(String metadata, String echo) {
            assertRefused(
                    api.create(NewKeys.with("metadata", metadata)),
                    "metadata",
                    echo,
                    "a JSON object of at most 4000 characters");
            assertRefused(
                    api.create(NewKeys.with("metadata", List.of())), "metadata", "[]", "a JSON object of at most 4000");
        }

        @Test
        void cannotBeLongerThan4000Characters() {
            assertRefused(
                    api.create(NewKeys.with("metadata", Map.of("x", "y".repeat(3_993)))),
                    "metadata",
                    "{\"x\":\"" + "y".repeat(94) + "…",
                    "at most 4000 characters");
        }

        @Test
        void cannotHaveHalfASurrogatePair() {
            String body = "{\"name\":\"x\",\"clientId\":\"shop-backend\",\"scopes\":[\"calls:read\"],"
                    + "\"metadata\":{\"x\":\"\\ud800\"}}";
            api.create(body).then().statusCode(400).body("field", equalTo("metadata"));
        }
    }
}
