package dev.apikeys.it.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /realms/{realm}/api-keys/ui}, which anybody may ask for. */
class UiPageIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String PATH = "/api-keys/ui";

    @BeforeAll
    static void createClient() {
        realm.admin().post(realm.adminUrl("/api-keys/ui-client")).then().statusCode(201);
    }

    private static JsonPath environment(Response page) {
        MatchResult block = Pattern.compile("<script type=\"application/json\" id=\"environment\">([^<]*)</script>")
                .matcher(page.asString())
                .results()
                .findFirst()
                .orElseThrow();
        return JsonPath.from(block.group(1));
    }

    @Nested
    class Status200 {

        private final Response page = given().get(realm.realmUrl(PATH));

        @Test
        void isAPageThatNobodyMayKeepOrFrame() {
            page.then()
                    .statusCode(200)
                    .contentType("text/html;charset=UTF-8")
                    .header("Cache-Control", "no-store")
                    .header("X-Frame-Options", "DENY")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cross-Origin-Opener-Policy", "same-origin")
                    .header("Strict-Transport-Security", containsString("max-age="));
        }

        @Test
        void hasOnePolicyThatAllowsNothingButKeycloak() {
            assertThat(page.headers().getValues("Content-Security-Policy")).hasSize(1);
            assertThat(page.header("Content-Security-Policy").split("; "))
                    .containsExactly(
                            "default-src 'none'",
                            "script-src 'self'",
                            "style-src 'self'",
                            "font-src 'self'",
                            "img-src 'self' data:",
                            "connect-src 'self' " + origin(),
                            "base-uri 'none'",
                            "form-action 'none'",
                            "frame-ancestors 'none'");
        }

        @Test
        void mayCallApisOnceOneIsDocumented() {
            documentedAt("https://api.example.com/openapi.json");
            assertThat(connectable()).isEqualTo("connect-src 'self' " + origin() + " https:");
            documentedAt("http://127.0.0.1:8081/openapi.json");
            assertThat(connectable()).isEqualTo("connect-src 'self' " + origin() + " http:");
            documentedAt("; script-src *");
            assertThat(connectable()).isEqualTo("connect-src 'self' " + origin());
            documentedAt("");
        }

        private static void documentedAt(String url) {
            realm.clients().update("shop-backend", client -> {
                Map<Object, Object> attributes = new HashMap<>((Map<?, ?>) client.get("attributes"));
                attributes.put("api-keys.openapi-url", url);
                client.put("attributes", attributes);
            });
        }

        private static String connectable() {
            String policy = given().get(realm.realmUrl(PATH)).header("Content-Security-Policy");
            return Stream.of(policy.split("; "))
                    .filter(rule -> rule.startsWith("connect-src"))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void hasNoScriptAndNoStyleOfItsOwn() {
            List<String> scripts = Pattern.compile("<script[^>]*>")
                    .matcher(page.asString())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(scripts).hasSize(2).allMatch(tag -> tag.contains(" src=") || tag.contains("application/json"));
            page.then().body(not(containsString("<style"))).body(not(containsString(" style=")));
        }

        @Test
        void namesAssetsThatAreThereUnderAnAddressThatChangesWithThem() {
            List<String> assets = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
                    .matcher(page.asString())
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(assets).hasSize(3).allMatch(path -> path.matches("/resources/.+/apikeys/[0-9a-f]{16}/[a-z.]+"));
            assertThat(assets)
                    .allSatisfy(path -> given().get(origin() + path).then().statusCode(200));
        }

        @Test
        void saysWhereKeycloakIs() {
            JsonPath environment = environment(page);
            assertThat(environment.getString("realm")).isEqualTo(realm.name());
            assertThat(environment.getBoolean("ready")).isTrue();
            assertThat(environment.getString("page")).isEqualTo(realm.realmUrl(PATH));
            assertThat(environment.getString("adminBaseUrl")).isEqualTo(origin());
            assertThat(environment.getString("authServerUrl")).isEqualTo(origin());
        }

        @Test
        void isForGet() {
            given().post(realm.realmUrl(PATH)).then().statusCode(405);
        }

        private static String origin() {
            URI page = URI.create(realm.realmUrl(PATH));
            return page.getScheme() + "://" + page.getAuthority();
        }
    }

    @Nested
    class TheLanguage {

        @ParameterizedTest
        @CsvSource({"de,,de", "fr,,en", "'fr, de;q=0.5',,de", "de,en,en", "en,de fr,de", "de,xx,de"})
        void isOneOfTheRealmThatTheAddressOrTheBrowserAsksFor(String accepted, String wanted, String spoken) {
            realm.admin()
                    .body(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")))
                    .put(realm.adminUrl(""))
                    .then()
                    .statusCode(204);
            Response page = given().header("Accept-Language", accepted)
                    .queryParams(wanted == null ? Map.of() : Map.of("ui_locales", wanted))
                    .get(realm.realmUrl(PATH));
            page.then().statusCode(200).body(containsString("<html lang=\"" + spoken + "\">"));
            assertThat(environment(page).getString("locale")).isEqualTo(spoken);
        }

        @ParameterizedTest
        @CsvSource({
            "en,API keys",
            "de,API-Schlüssel",
            "es,Claves de API",
            "fr,'Clés d''API'",
            "ja,APIキー",
            "pt,Chaves de API",
            "pt-BR,Chaves de API",
            "it,API keys"
        })
        void hasTextsOfItsOwnOrOfTheNearestThatThereIs(String locale, String title) {
            given().queryParam("theme", "api-keys")
                    .get(realm.realmUrl("/admin/" + locale).replace("/realms/", "/resources/"))
                    .then()
                    .statusCode(200)
                    .body("find { it.key == 'apiKeysTitle' }.value", equalTo(title));
        }

        @Test
        void cannotBreakOutOfThePage() {
            given().queryParam("ui_locales", "\"><script>alert(1)</script>")
                    .get(realm.realmUrl(PATH))
                    .then()
                    .statusCode(200)
                    .body(not(containsString("alert")));
        }
    }

    @Nested
    class Status404 {

        @Test
        void isForARealmWhoseClientDoesNotExistAndSaysSo() {
            TestRealm fresh = TestRealm.fromDemo();
            fresh.whileImported(() -> {
                Response page = given().get(fresh.realmUrl(PATH));
                page.then().statusCode(404).contentType("text/html").header("Cache-Control", "no-store");
                assertThat(environment(page).getBoolean("ready")).isFalse();
                assertThat(environment(page).getBoolean("exists")).isFalse();
                assertThat(environment(page).getString("adminBaseUrl")).isNull();
                fresh.admin()
                        .queryParam("clientId", "api-keys-ui")
                        .get(fresh.adminUrl("/clients"))
                        .then()
                        .body("size()", equalTo(0));
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"fullScopeAllowed", "implicitFlowEnabled", "redirectUris", "rootUrl", "attributes"})
        void isForARealmWhoseClientIsNotAsWeMakeIt(String field) {
            Map<String, Object> foreign = Map.of(
                    "fullScopeAllowed",
                    true,
                    "implicitFlowEnabled",
                    true,
                    "redirectUris",
                    List.of("https://elsewhere.example.com/*"),
                    "rootUrl",
                    "https://elsewhere.example.com",
                    "attributes",
                    Map.of("pkce.code.challenge.method", ""));
            Map<String, Object> ours = realm.clients().get("api-keys-ui");
            realm.clients().update("api-keys-ui", client -> client.put(field, foreign.get(field)));
            try {
                Response page = given().get(realm.realmUrl(PATH));
                page.then().statusCode(404);
                assertThat(environment(page).getBoolean("ready")).isFalse();
                assertThat(environment(page).getBoolean("exists")).isTrue();
                assertThat(environment(page).getString("adminBaseUrl")).isNull();
            } finally {
                realm.clients().update("api-keys-ui", client -> client.put(field, ours.get(field)));
            }
            given().get(realm.realmUrl(PATH)).then().statusCode(200);
        }

        @Test
        void isForARealmThatIsSwitchedOff() {
            TestRealm off = TestRealm.fromDemo();
            off.whileImported(() -> {
                off.admin().post(off.adminUrl("/api-keys/ui-client")).then().statusCode(201);
                given().get(off.realmUrl(PATH)).then().statusCode(200);
                off.admin()
                        .body(Map.of("enabled", false))
                        .put(off.adminUrl(""))
                        .then()
                        .statusCode(204);
                given().get(off.realmUrl(PATH)).then().statusCode(404).body(not(containsString("environment")));
            });
        }

        @Test
        void isForARealmThatDoesNotExist() {
            given().get(realm.realmUrl(PATH).replace(realm.name(), "nowhere"))
                    .then()
                    .statusCode(404);
        }
    }
}
