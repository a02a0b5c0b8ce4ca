package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertAllRefused;
import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.apikeys.it.support.TestRealm;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 400 and 415: bodies that cannot be a key. */
class AdminCreateBodyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @AfterEach
    void nothingWasWritten() {
        assertThat(api.count(Map.of()).asString()).isEqualTo("0");
    }

    @Nested
    class ABodyThatIsNoJsonObject {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "   ",
                    "{",
                    "{\"name\":}",
                    "{'name':'x'}",
                    "[]",
                    "[{\"name\":\"x\"}]",
                    "null",
                    "42",
                    "\"text\"",
                    "{} {}",
                    "name=x&clientId=shop-backend",
                    "{\"name\":\"x\",\"name\":\"y\",\"clientId\":\"shop-backend\",\"scopes\":[\"calls:read\"]}",
                    "{\"name\":\"x\",\"clientId\":\"shop-backend\",\"scopes\":[\"calls:read\"],\"metadata\":{\"a\":1,\"a\":2}}"
                })
        void isRefusedAsABody(String body) {
            assertRefused(api.create(body), "body", body, "one JSON object without duplicate fields");
        }

        @Test
        void isEchoedShortened() {
            Response answer = api.create("[\"" + "x".repeat(100_000) + "\"]");
            assertRefused(answer, "body", "[\"" + "x".repeat(98) + "…", "one JSON object");
        }

        @Test
        void isRefusedWhenItIsTooLong() {
            String body = "{\"name\":\"" + "x".repeat(256 * 1024) + "\"}";
            assertRefused(api.create(body), "body", "", "at most 262144 characters");
        }

        @Test
        void isRefusedWhenItNestsTooDeeply() {
            String body = "{\"metadata\":".repeat(10_000) + "1" + "}".repeat(10_000);
            assertThat(api.create(body).statusCode()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e99999999999", "-1e-99999999999"})
        void isRefusedWhenANumberIsBeyondMeasure(String number) {
            assertThat(api.create("{\"metadata\":{\"x\":" + number + "}}").statusCode())
                    .isEqualTo(400);
            assertThat(api.create("{\"metadata\":{\"x\":" + "9".repeat(100_000) + "}}")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class AnotherContentType {

        @Test
        void is415() {
            api.sending(ContentType.TEXT).create("{}").then().statusCode(415);
            api.sending(ContentType.URLENC).create("name=x").then().statusCode(415);
            api.sending(ContentType.XML).create("<key/>").then().statusCode(415);
        }
    }

    @Nested
    class AnUnknownField {

        @Test
        void isRefusedByName() {
            assertRefused(api.create(NewKeys.with("colour", "red")), "colour", "red", "no field of this name");
        }

        @ParameterizedTest
        @ValueSource(strings = {"id", "key", "status", "version", "createdAt", "revokedAt", "Name", "name "})
        void isWhatOnlyTheServerDecides(String field) {
            assertRefused(api.create(NewKeys.with(field, "x")), field, "x", "no field of this name");
        }

        @Test
        void isTheSwitchOfANewKeyWhichIsAlwaysOn() {
            assertRefused(api.create(NewKeys.with("enabled", false)), "enabled", "false", "no field of this name");
        }

        @Test
        void isNamedWhateverItsName() {
            String body = "{\"\\ud800\\u0000\\u202e\":1,\"name\":\"x\",\"clientId\":\"shop-backend\","
                    + "\"scopes\":[\"calls:read\"]}";
            assertThat(api.create(body).statusCode()).isEqualTo(400);
        }
    }

    @Nested
    class SeveralWrongFields {

        /** Otherwise a body of a few megabytes would have an answer of a few hundred. */
        @Test
        void areNamedUpToAHundred() {
            Map<String, Object> key = NewKeys.named("x");
            IntStream.range(0, 10_000).forEach(i -> key.put("field" + i, i));
            api.create(key).then().statusCode(400).body("errors", hasSize(100));
        }

        @Test
        void areNamedByTheFirstHundredCharacters() {
            Map<String, Object> key = NewKeys.named("x");
            key.put("y".repeat(10_000), 1);
            assertRefused(api.create(key), "y".repeat(100) + "…", "1", "no field of this name");
        }

        @Test
        void areNamedInOneAnswer() {
            Map<String, Object> key = NewKeys.named("");
            key.put("colour", "red");
            key.put("scopes", List.of("calls:read", "calls:fly", 7));
            key.put("allowedIps", List.of("203.0.113.7", "here"));
            key.put("limits", "many");
            key.put("expiresAt", "soon");
            assertAllRefused(
                    api.create(key),
                    "colour",
                    "name",
                    "scopes[1]",
                    "scopes[2]",
                    "allowedIps[1]",
                    "limits",
                    "expiresAt");
        }
    }

    @Nested
    class ARefusal {

        @Test
        void writesNothing() {
            api.create(NewKeys.with("colour", "red")).then().statusCode(400);
            api.list(Map.of()).then().body("size()", equalTo(0));
        }
    }
}
