package dev.apikeys.it.gateways;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Curl;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.WalkKeys;
import dev.apikeys.server.NginxServer;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real nginx with the configuration of docs/gateways.md. */
@RequiresNginx
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final EchoApi api = EchoApi.start();
    private NginxServer nginx;
    private NewKey key;

    @BeforeAll
    void startNginx() {
        Keys.allowMany(realm);
        key = keys.create(Map.of("limits", List.of()));
        nginx = Recipe.start(realm, api);
    }

    @AfterAll
    void stop() {
        nginx.close();
        api.close();
    }

    @Test
    void everyAnswerIsAsItMustBe() {
        Curl.Walk walk = Curl.walk("walk.sh", new WalkKeys(keys).create(nginx.url("")));

        assertThat(walk.exitCode()).as(walk.output()).isZero();
        assertThat(walk.output()).contains("429: the call after them", "All answers are as they must be");
    }

    @Test
    void theApiIsToldWhoseKeyItIs() {
        Response answer = with(key).get(nginx.url("/calls"));

        answer.then()
                .statusCode(200)
                .body("headers.x-api-key-id", equalTo(key.id()))
                .body("headers.x-api-key-client", equalTo("shop-backend"))
                .body("headers.x-api-key-scope", equalTo("calls:read"))
                .body("headers.x-api-key-subject", equalTo(subject()))
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"));
    }

    @Test
    void theApiGetsATokenOfTheKeyInItsPlace() {
        String authorization = with(key).get(nginx.url("/calls")).path("headers.authorization");

        assertThat(authorization).startsWith("Bearer ey");
        keys.introspect(authorization.substring("Bearer ".length()), Map.of())
                .then()
                .body("active", equalTo(true))
                .body("client_id", equalTo("shop-backend"))
                .body("scope", equalTo("calls:read"));
    }

    @ParameterizedTest
    @CsvSource({"X-API-Key,''", "Authorization,'Bearer '", "Authorization,'bearer '", "Authorization,'ApiKey '"})
    void theApiNeverSeesTheKey(String header, String scheme) {
        given().header(header, scheme + key.value())
                .get(nginx.url("/calls"))
                .then()
                .statusCode(200)
                .body(not(containsString(key.value())));
    }

    @Test
    void whatTheCallerClaimsToBeIsTakenAway() {
        Map<String, String> claims = Map.of(
                "X-Api-Key-Id", "forged",
                "X-Api-Key-Client", "forged",
                "X-Api-Key-Scope", "forged",
                "X-Api-Key-Subject", "forged",
                "X_Api_Key_Client", "forged",
                "Authorization", "Bearer forged",
                "Forwarded", "for=forged",
                "X-Forwarded-For", "forged");

        with(key)
                .headers(claims)
                .get(nginx.url("/calls"))
                .then()
                .statusCode(200)
                .body(not(containsString("forged")));
    }

    @ParameterizedTest
    @CsvSource({"GET,200", "HEAD,200", "POST,403", "PUT,403", "PATCH,403", "DELETE,403", "OPTIONS,403"})
    void aKeyThatMayReadMayOnlyRead(String method, int status) {
        with(key).request(method, nginx.url("/calls/1")).then().statusCode(status);
    }

    @Test
    void aKeyMayDoNothingWithAnotherResource() {
        with(key)
                .get(nginx.url("/contacts"))
                .then()
                .statusCode(403)
                .body("code", equalTo("insufficient_scope"))
                .body("scope", equalTo("contacts:read"));
    }

    @Test
    void bodyAndQueryReachTheApi() {
        NewKey writer = keys.create(Map.of("scopes", List.of("calls:write")));

        with(writer)
                .contentType("application/json")
                .body("{\"to\":\"+491\"}")
                .post(nginx.url("/calls?scope=other&audience=other-api"))
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("headers.content-length", equalTo("13"))
                .body("uri", equalTo("/calls?scope=other&audience=other-api"));
    }

    @Test
    void aRefusedCallDoesNotReachTheApi() {
        int before = api.calls();

        given().get(nginx.url("/calls")).then().statusCode(401);
        with(key).post(nginx.url("/calls")).then().statusCode(403);

        assertThat(api.calls()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 503})
    void anErrorOfTheApiItselfIsPassedOn(int status) {
        with(key)
                .get(nginx.url("/calls?answer=" + status))
                .then()
                .statusCode(status)
                .body("uri", equalTo("/calls?answer=" + status));
    }

    @Test
    void theLimitsThatTheCallerSeesAreThoseOfTheKey() {
        NewKey limited = keys.create(Map.of("limits", List.of("7/hour")));

        Response answer = with(limited).get(nginx.url("/calls"));

        assertThat(answer.headers().getValues("X-RateLimit-Limit")).containsExactly("7");
        assertThat(answer.headers().getValues("X-RateLimit-Remaining")).containsExactly("6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calls/..;/contacts",
                "/calls/../contacts",
                "/calls/.",
                "/calls/%2e%2E/contacts",
                "/calls%2F..%2Fcontacts",
                "/calls/..%5Ccontacts",
                "/calls/%2e",
                "//calls",
                "/calls;a=b"
            })
    void aPathThatCanBeReadInTwoWaysIsRefused(String path) throws IOException, InterruptedException {
        int before = api.calls();
        HttpRequest asWritten = HttpRequest.newBuilder(URI.create(nginx.url(path)))
                .header("X-API-Key", key.value())
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(asWritten, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(400);

        assertThat(api.calls()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/callsign", "/admin", "/api-key-check", "/CALLS"})
    void whatIsNotOfTheApiIsNotThere(String path) {
        int before = api.calls();

        with(key).get(nginx.url(path)).then().statusCode(404);

        assertThat(api.calls()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_BASIC,wrong secret",
        "KEYCLOAK,127.0.0.1:1",
        "REALM,no-such-realm",
        "AUDIENCE,no-such-client",
    })
    void aGatewayThatIsConfiguredWronglyLetsNobodyInAndBlamesNobodysKey(String name, String value) {
        int before = api.calls();
        String other = name.equals("GATEWAY_BASIC") ? Recipe.base64("demo-api:" + value) : value;

        try (NginxServer wrong = Recipe.start(realm, api, Map.of(name, other))) {
            with(key).get(wrong.url("/calls")).then().statusCode(503).body("code", equalTo("unavailable"));
        }

        assertThat(api.calls()).isEqualTo(before);
    }

    @Test
    void aLocationThatNamesNoScopeLetsNobodyIn() throws IOException {
        int before = api.calls();

        try (NginxServer forgetful =
                Recipe.startWith(realm, api, file -> file.replace("set $required_scope calls:$action;", ""))) {
            with(key).get(forgetful.url("/calls")).then().statusCode(503);
        }

        assertThat(api.calls()).isEqualTo(before);
    }

    @Test
    void aLocationForAnyScopeTakesAnyGoodKey() throws IOException {
        NewKey contactsOnly = keys.create(Map.of("scopes", List.of("contacts:read")));
        try (NginxServer any = Recipe.startWith(
                realm, api, file -> file.replace("set $required_scope calls:$action;", "set $required_scope any;"))) {
            with(contactsOnly).get(any.url("/calls")).then().statusCode(200);
            with(contactsOnly).get(any.url("/contacts")).then().statusCode(200);
            given().get(any.url("/calls")).then().statusCode(401);
        }
    }

    @Test
    void aKeyWithManyScopesIsAsGoodAsOneWithFew() {
        ShopScopes scopes = new ShopScopes(realm);
        List<String> names = IntStream.range(0, 60)
                .mapToObj("department-with-a-rather-long-name-%03d:read"::formatted)
                .toList();
        names.forEach(name -> scopes.create(name, "demo-api"));
        names.forEach(scopes::assign);
        NewKey broad = keys.create(Map.of(
                "scopes", Stream.concat(Stream.of("calls:read"), names.stream()).toList()));

        with(broad)
                .get(nginx.url("/calls"))
                .then()
                .statusCode(200)
                .body("headers.x-api-key-scope", containsString(names.get(59)));
    }

    private static RequestSpecification with(NewKey key) {
        return given().header("X-API-Key", key.value());
    }

    private String subject() {
        return keys.introspect(key).path("sub");
    }
}
