package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertAllRefused;
import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 400: query parameters that cannot be read. */
class AdminListParameterIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @Nested
    class AChoice {

        @ParameterizedTest
        @CsvSource({
            "status,gone,'active, disabled, expired, revoked'",
            "status,ACTIVE,'active, disabled, expired, revoked'",
            "sort,colour,'name, status, createdAt, updatedAt, expiresAt, lastUsedAt'",
            "sort,k.name; drop table API_KEY,'name, status, createdAt, updatedAt, expiresAt, lastUsedAt'",
            "direction,up,'asc, desc'"
        })
        void isOneOfTheDocumentedValues(String parameter, String value, String allowed) {
            assertRefused(api.list(Map.of(parameter, value)), parameter, value, allowed);
        }
    }

    @Nested
    class ANumber {

        @ParameterizedTest
        @ValueSource(strings = {"-1", "x", "1.5", "2147483648", "1e3"})
        void inFirstIsAnIndex(String value) {
            assertRefused(api.list(Map.of("first", value)), "first", value, "a whole number from 0 to 2147483647");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "x", "1001", "99999999999999999999"})
        void inMaxIsASize(String value) {
            assertRefused(api.list(Map.of("max", value)), "max", value, "a whole number from 1 to 1000");
        }
    }

    @Nested
    class AnInstant {

        @ParameterizedTest
        @ValueSource(strings = {"expiringBefore", "unusedSince"})
        void isIso8601(String parameter) {
            String allowed = "an ISO 8601 instant in UTC";
            assertRefused(api.list(Map.of(parameter, "tomorrow")), parameter, "tomorrow", allowed);
            assertRefused(api.list(Map.of(parameter, "2027-01-31")), parameter, "2027-01-31", allowed);
            assertRefused(api.count(Map.of(parameter, "4102444800")), parameter, "4102444800", allowed);
            String beyond = "+1000000000-12-31T23:59:59Z";
            assertRefused(api.count(Map.of(parameter, beyond)), parameter, beyond, allowed);
        }
    }

    @Nested
    class AText {

        @ParameterizedTest
        @ValueSource(strings = {"clientId", "userId", "status", "environment", "search"})
        void hasNoControlCharacter(String parameter) {
            String allowed = "at most 255 characters, none of them a control character";
            assertRefused(api.list(Map.of(parameter, "a\u007fb")), parameter, "a\uFFFDb", allowed);
            assertRefused(api.count(Map.of(parameter, "a\u0085b")), parameter, "a\uFFFDb", allowed);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u0000", "\u001b", "\r\n"})
        void isRefusedByKeycloakItselfWithAnAsciiControlCharacter(String control) {
            assertThat(api.list(Map.of("search", "a" + control + "b")).statusCode())
                    .isEqualTo(400);
            assertThat(api.count(Map.of("clientId", "a" + control + "b")).statusCode())
                    .isEqualTo(400);
            assertThat(api.scopes(Map.of("clientId", "a" + control + "b")).statusCode())
                    .isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"clientId", "userId", "environment", "search"})
        void hasAtMost255Characters(String parameter) {
            api.list(Map.of(parameter, "x".repeat(255))).then().statusCode(200);
            assertRefused(
                    api.list(Map.of(parameter, "x".repeat(256))),
                    parameter,
                    "x".repeat(100) + "…",
                    "at most 255 characters");
        }
    }

    @Nested
    class SeveralWrongParameters {

        @Test
        void areNamedInOneAnswer() {
            assertAllRefused(
                    api.list(Map.of("status", "gone", "sort", "colour", "first", "x", "expiringBefore", "soon")),
                    "status",
                    "sort",
                    "first",
                    "expiringBefore");
            assertAllRefused(api.count(Map.of("status", "gone", "unusedSince", "ever")), "status", "unusedSince");
        }
    }
}
