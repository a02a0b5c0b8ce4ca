package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 201: what a new key says comes back as it was meant. */
class AdminCreateContentIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    /** The key as a later request reads it. */
    private Response readBack(Map<String, ?> key) {
        return api.read(api.created(key).id());
    }

    @Nested
    class TheName {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x",
                    "Robert'); DROP TABLE API_KEY;--",
                    "<script>alert(1)</script> & \"quotes\" \\ backslash ${jndi:ldap://x} %s {0}",
                    "Schlüssel für Zoë · 钥匙 · مفتاح · 🔑"
                })
        void isKeptLiterally(String name) {
            readBack(NewKeys.named(name)).then().body("name", equalTo(name));
        }

        @Test
        void losesWhiteSpaceAtBothEnds() {
            readBack(NewKeys.named(" \u2003Nightly export ")).then().body("name", equalTo("Nightly export"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "é", "钥"})
        void mayHave255Characters(String character) {
            String name = character.repeat(255);
            readBack(NewKeys.named(name)).then().body("name", equalTo(name));
        }

        @Test
        void needNotBeUnique() {
            String first = api.created(NewKeys.named("Twin")).id();
            assertThat(api.created(NewKeys.named("Twin")).id()).isNotEqualTo(first);
        }
    }

    @Nested
    class TheLimits {

        @Test
        void areAbsentWhenTheRealmsDefaultHolds() {
            readBack(NewKeys.without("limits")).then().body("$", not(hasKey("limits")));
            readBack(NewKeys.with("limits", null)).then().body("$", not(hasKey("limits")));
        }

        @Test
        void areEmptyWhenTheKeyHasNone() {
            readBack(NewKeys.with("limits", List.of())).then().body("limits", empty());
        }

        @ParameterizedTest
        @CsvSource({
            "60/minute 1000/hour,60/minute 1000/hour",
            "5/10s,5/10s",
            "7/60s 7/60m 7/24h,7/minute 7/hour 7/day",
            "1/1s 1000000000/366d,1/second 1000000000/366d"
        })
        void comeBackWithTheLargestUnitThatFits(String written, String kept) {
            readBack(NewKeys.with("limits", words(written))).then().body("limits", equalTo(words(kept)));
        }
    }

    @Nested
    class TheAllowedAddresses {

        @Test
        void areEmptyWhenTheKeyIsGoodEverywhere() {
            readBack(NewKeys.without("allowedIps")).then().body("allowedIps", empty());
            readBack(NewKeys.with("allowedIps", null)).then().body("allowedIps", empty());
        }

        @ParameterizedTest
        @CsvSource({
            "203.0.113.7 203.0.113.0/24 0.0.0.0/0,203.0.113.7 203.0.113.0/24 0.0.0.0/0",
            "203.0.113.7/32,203.0.113.7",
            "2001:DB8::7 2001:db8::/32,2001:db8::7 2001:db8::/32",
            "::ffff:203.0.113.7 ::ffff:203.0.113.0/120,203.0.113.7 203.0.113.0/24"
        })
        void comeBackInOneForm(String written, String kept) {
            readBack(NewKeys.with("allowedIps", words(written))).then().body("allowedIps", equalTo(words(kept)));
        }

        @Test
        void mayBe64() {
            List<String> ranges = Collections.nCopies(64, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fff0/124");
            readBack(NewKeys.with("allowedIps", ranges)).then().body("allowedIps", equalTo(ranges));
        }
    }

    @Nested
    class TheGrant {

        @Test
        void namesScopesThatAreEffectiveWhereTheClientHasThem() {
            readBack(NewKeys.with("scopes", List.of("contacts:read", "calls:read")))
                    .then()
                    .body("fullAccess", equalTo(false))
                    .body("scopes", equalTo(List.of("calls:read", "contacts:read")))
                    .body("scopeGroups", empty())
                    .body("effectiveScopes", equalTo(List.of("calls:read", "contacts:read")))
                    .body("acceptedBy", equalTo(List.of("demo-api")));
        }

        @Test
        void namesGroupsWhoseMembersAreEffectiveWhereTheClientHasThem() {
            ScopeGroups.create(realm, "call-manager", "calls:read calls:write calls:unknown");
            Map<String, Object> key = NewKeys.without("scopes");
            key.put("scopeGroups", List.of("call-manager"));
            readBack(key)
                    .then()
                    .body("scopes", empty())
                    .body("scopeGroups", equalTo(List.of("call-manager")))
                    .body("effectiveScopes", equalTo(List.of("calls:read", "calls:write")));
        }

        @Test
        void coversEveryScopeOfTheClientWithFullAccess() {
            readBack(NewKeys.withFullAccess())
                    .then()
                    .body("fullAccess", equalTo(true))
                    .body("scopes", empty())
                    .body("effectiveScopes", hasItems("calls:read", "calls:write", "contacts:read", "contacts:write"));
        }
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
