package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertAllRefused;
import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a realm lays down for its keys: read, changed, and refused where it is wrong. */
class AdminSettingsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @AfterEach
    void backToTheDefaults() {
        api.settings().<Map<String, Object>>path("$").keySet().forEach(name -> api.changeSettings(
                        NewKeys.only(name, null))
                .then()
                .statusCode(200));
    }

    private Map<String, Object> settings() {
        return api.settings().then().statusCode(200).extract().path("$");
    }

    private @Nullable Object attribute(String name) {
        return realm.admin()
                .get(realm.adminUrl(""))
                .<Map<String, Object>>path("attributes")
                .get(name);
    }

    @Nested
    class TheDefaults {

        @Test
        void areThoseOfTheDocumentation() throws JsonProcessingException {
            String example = OpenApiDocument.INSTANCE
                    .part("/components/examples/defaultSettings/value")
                    .node()
                    .toString();
            assertThat(new ObjectMapper().readTree(api.settings().asString()))
                    .isEqualTo(new ObjectMapper().readTree(example));
        }
    }

    @Nested
    class TheDefaultsAlone {

        @Test
        void areToldWhateverTheRealmLaysDown() {
            Map<String, Object> defaults = api.defaultSettings().path("$");
            assertThat(settings()).isEqualTo(defaults);
            api.changeSettings(Map.of("freshness", 5, "maxLifetime", 60)).then().statusCode(200);
            assertThat(api.defaultSettings().<Map<String, Object>>path("$")).isEqualTo(defaults);
            assertThat(settings()).isNotEqualTo(defaults);
        }
    }

    @Nested
    class AChange {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "prefixes|\"cs_key_,sk_test_=test\"|api-keys.prefixes|cs_key_,sk_test_=test",
                    "maxActivePerClient|0|api-keys.max-active-per-client|0",
                    "maxActivePerUser|3|api-keys.max-active-per-user|3",
                    "defaultLimit|\"60/minute,5/10s\"|api-keys.default-limit|60/minute,5/10s",
                    "realmLimit|\"100000/day\"|api-keys.realm-limit|100000/day",
                    "maxLifetime|7776000|api-keys.max-lifetime|7776000",
                    "requireExpiry|true|api-keys.require-expiry|true",
                    "requireIp|true|api-keys.require-ip|true",
                    "freshness|5|api-keys.freshness|5",
                    "claimsMaxAge|0|api-keys.claims-max-age|0",
                    "discloseReason|false|api-keys.disclose-reason|false",
                    "errorFormat|\"error-object\"|api-keys.error-format|error-object",
                    "limitErrorFormat|\"error-text\"|api-keys.limit-error-format|error-text",
                    "errorMessages|\"unauthorized=No key\"|api-keys.error-messages|unauthorized=No key",
                    "selfServiceMaxAuthAge|300|api-keys.self-service-max-auth-age|300",
                    "expiryNotice|\"30,7,1\"|api-keys.expiry-notice|30,7,1",
                    "revocationNotice|false|api-keys.revocation-notice|false",
                    "usageRetention|365|api-keys.usage-retention|365",
                    "recordLastIp|false|api-keys.record-last-ip|false",
                    "revokedRetention|365|api-keys.revoked-retention|365",
                    "acceptForeign|true|api-keys.accept-foreign|true",
                    "rateLimitFailure|\"open\"|api-keys.rate-limit-failure|open",
                    "revokeByPossession|false|api-keys.revoke-by-possession|false",
                    "githubLeaks|\"disable\"|api-keys.github-leaks|disable",
                    "githubKeys|\"https://keys.example/\"|api-keys.github-keys|https://keys.example/",
                    "outcomes|\"sent,read\"|api-keys.outcomes|sent,read"
                },
                delimiter = '|')
        void isKeptAsARealmAttributeAndLeavesTheRestAlone(String name, String json, String attribute, String text) {
            Map<String, Object> before = settings();
            api.changeSettings("{\"" + name + "\":" + json + "}").then().statusCode(200);
            Map<String, Object> after = settings();
            assertThat(after.get(name)).hasToString(text);
            assertThat(attribute(attribute)).isEqualTo(text);
            after.remove(name);
            before.remove(name);
            assertThat(after).isEqualTo(before);
        }

        @Test
        void ofRatesNeedsTheirOutcomesAndOutlivesThem() {
            String both = "{\"outcomes\":\"sent,read\",\"outcomeRates\":\"read=read/sent\"}";
            api.changeSettings(both).then().statusCode(200).body("outcomeRates", equalTo("read=read/sent"));
            api.changeSettings(Map.of("outcomes", "sent")).then().statusCode(200);
            assertRefused(
                    api.changeSettings(Map.of("outcomeRates", "read=(read)/sent")),
                    "outcomeRates",
                    "read=read/sent",
                    "rates of what the setting outcomes names: sent");
        }

        @Test
        void toNullGoesBackToTheDefaultAndRemovesTheAttribute() {
            api.changeSettings(Map.of("freshness", 5, "maxLifetime", 60)).then().statusCode(200);
            api.changeSettings("{\"freshness\":null,\"maxLifetime\":null}")
                    .then()
                    .statusCode(200)
                    .body("freshness", equalTo(60))
                    .body("maxLifetime", equalTo(null));
            assertThat(attribute("api-keys.freshness")).isNull();
            assertThat(attribute("api-keys.max-lifetime")).isNull();
        }

        @Test
        void ofNothingChangesNothing() {
            Map<String, Object> before = settings();
            api.changeSettings(Map.of()).then().statusCode(200);
            api.changeSettings(before).then().statusCode(200);
            assertThat(settings()).isEqualTo(before);
        }

        @Test
        void holdsForTheNextKey() {
            api.changeSettings(Map.of("prefixes", "zz_=sandbox")).then().statusCode(200);
            api.create(NewKeys.named("Sandbox"))
                    .then()
                    .statusCode(201)
                    .body("environment", equalTo("sandbox"))
                    .body("key", startsWith("zz_"));
        }
    }

    @Nested
    class AWrongValue {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "prefixes|\"\"||prefix or prefix=environment",
                    "prefixes|\"sk live_\"|sk live_|prefix or prefix=environment",
                    "prefixes|\"a_=x,a_=y\"|a_=x,a_=y|every prefix once",
                    "maxActivePerClient|-1|-1|a whole number of keys from 0 to 1000000000",
                    "maxActivePerClient|1.5|1.5|a whole number of keys from 0",
                    "maxActivePerUser|\"many\"|many|a whole number of keys",
                    "defaultLimit|\"60/week\"|60/week|<count>/<window>",
                    "realmLimit|[\"60/minute\"]|[\"60/minute\"]|<count>/<window>",
                    "maxLifetime|0|0|a whole number of seconds from 1",
                    "requireExpiry|\"yes\"|yes|true or false",
                    "requireIp|1|1|true or false",
                    "freshness|3601|3601|a whole number of seconds from 1 to 3600",
                    "claimsMaxAge|99999999999|99999999999|a whole number of seconds from 0 to 3600",
                    "errorFormat|\"xml\"|xml|problem or error-object or error-status or error-text",
                    "errorMessages|\"colour=red\"|colour=red|lines of code=sentence",
                    "expiryNotice|0|0|whole numbers of days from 1 to 3650",
                    "usageRetention|{}|{}|a whole number of days",
                    "rateLimitFailure|\"ajar\"|ajar|closed or open",
                    "githubKeys|\"http://keys.example/\"|http://keys.example/|an https address, or the document",
                    "outcomes|\"sent,allowed\"|sent,allowed|a comma-separated list of at most 20 names",
                    "outcomeRates|\"read=read\"|read=read|name=sum/sum",
                    "outcomeRates|\"read=read/sent\"|read=read/sent|rates of what the setting outcomes names: nothing",
                    "colour|\"red\"|red|one of prefixes, maxActivePerClient"
                },
                delimiter = '|')
        void isRefusedByNameAndNothingIsChanged(String name, String json, String echo, String allowed) {
            Map<String, Object> before = settings();
            assertRefused(
                    api.changeSettings("{\"discloseReason\":false,\"" + name + "\":" + json + "}"),
                    name,
                    echo == null ? "" : echo,
                    allowed);
            assertThat(settings()).isEqualTo(before);
        }

        @Test
        void isNamedBesideTheOthers() {
            assertAllRefused(api.changeSettings(Map.of("freshness", 0, "requireIp", "no")), "freshness", "requireIp");
        }

        @Test
        void isNamedAHundredTimesAtMostAndByTheBeginningOfItsName() {
            Map<String, Object> before = settings();
            Map<String, Object> wrong =
                    IntStream.range(0, 20_000).boxed().collect(Collectors.toMap(i -> "x" + i, i -> 1));
            Response answer = api.changeSettings(wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.<List<?>>path("errors")).hasSize(100);
            assertThat(answer.asString()).hasSizeLessThan(256 * 1024);

            assertRefused(
                    api.changeSettings(Map.of("y".repeat(10_000), "z".repeat(10_000))),
                    "y".repeat(100) + "…",
                    "z".repeat(100) + "…",
                    "one of prefixes");
            assertThat(settings()).isEqualTo(before);
        }

        @Test
        void inTheBodyItselfIsRefused() {
            assertRefused(api.changeSettings("[]"), "body", "[]", "one JSON object");
        }
    }

    @Nested
    class AWrongRealmAttribute {

        @ParameterizedTest
        @CsvSource({
            "api-keys.prefixes,sk live,prefix or prefix=environment",
            "api-keys.max-active-per-client,ten,a whole number of keys from 0 to 1000000000",
            "api-keys.require-ip,yes,true or false"
        })
        void isNamedByTheNextCreationWhileItsDefaultHolds(String attribute, String value, String allowed) {
            Map<String, Object> defaults = settings();
            realm.setAttribute(attribute, value);
            assertThat(settings()).isEqualTo(defaults);
            assertRefused(api.create(NewKeys.named("Refused")), attribute, value, allowed);
            assertThat(api.count(Map.of("search", "Refused")).asString()).isEqualTo("0");
        }
    }
}
