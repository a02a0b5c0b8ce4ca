package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 200 and 404: one key, by its id, in its realm. */
class AdminReadIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    static Stream<String> idsOfNoKey() {
        return Stream.of(
                "00000000-0000-4000-8000-000000000000",
                AdminApi.of(otherRealm).created(NewKeys.named("Elsewhere")).id());
    }

    /** Everything that can be asked of one key. */
    private static List<Response> everything(AdminApi api, String id) {
        return AdminOperation.onOneKey()
                .map(operation -> operation.send(api, id))
                .toList();
    }

    @Nested
    class AKnownId {

        @Test
        void isReadWithoutCaching() {
            CreatedKey key = api.created(NewKeys.named("Nightly export"));
            Response answer = api.read(key.id());
            answer.then().statusCode(200).body("id", equalTo(key.id())).body("name", equalTo("Nightly export"));
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Nested
    class AnIdOfNoKeyOfThisRealm {

        @ParameterizedTest
        @MethodSource("dev.apikeys.it.admin.AdminReadIT#idsOfNoKey")
        void is404WhateverIsAsked(String id) {
            assertThat(everything(api, id)).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.<String>path("errorMessage")).isEqualTo("API key not found");
            });
        }

        @Test
        void leavesTheKeyOfTheOtherRealmAlone() {
            AdminApi elsewhere = AdminApi.of(otherRealm);
            CreatedKey key = elsewhere.created(NewKeys.named("Elsewhere"));
            everything(api, key.id());
            elsewhere.read(key.id()).then().statusCode(200).body("status", equalTo("active"));
            elsewhere.introspect(key.value()).then().body("active", equalTo(true));
        }
    }

    @Nested
    class AnIdThatIsNoUuid {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x",
                    "1",
                    "%",
                    "' or '1'='1",
                    "a\u0000b",
                    "\u0000",
                    "🔑",
                    "..;",
                    "00000000000040008000000000000000"
                })
        void is404WhateverIsAsked(String id) {
            assertThat(everything(api, id))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(404));
        }

        @Test
        void is404WhenItIsVeryLong() {
            api.read("x".repeat(4_000)).then().statusCode(404);
        }
    }
}
