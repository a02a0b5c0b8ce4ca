package dev.apikeys.it.demoapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.demo.DemoApiProcess;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody gets who follows the README. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoApiIT {

    private static final String CONSOLE = "https://id.example.com";

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private DemoApiProcess process;
    private String url;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        process = DemoApiProcess.start(
                "it-demo-api",
                realm.realmUrl(""),
                Map.of("TRUSTED_PROXIES", "127.0.0.1, ::1", "CORS_ORIGINS", CONSOLE));
        url = process.url();
    }

    @AfterAll
    void stop() {
        process.close();
    }

    @Test
    void healthTakesNoKeyAndEverythingElseDoes() {
        given().get(url + "/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get(url + "/calls").then().statusCode(401).body("error.code", equalTo("UNAUTHORIZED"));
        given().get(url + "/contacts").then().statusCode(401);
    }

    @Test
    void aKeyReadsWhatItsScopesAllow() {
        RequestSpecification reader = with(keys.create());

        reader.get(url + "/calls").then().statusCode(200).body("data.calls", hasSize(2));
        with(keys.create()).get(url + "/contacts").then().statusCode(403);
        with(keys.create())
                .contentType(ContentType.JSON)
                .post(url + "/calls")
                .then()
                .statusCode(403);
    }

    @Test
    void aKeyWritesWhatItsScopesAllow() {
        NewKey writer = keys.create(Map.of("scopes", List.of("calls:write", "contacts:read", "contacts:write")));

        String id = with(writer)
                .contentType(ContentType.JSON)
                .body(Map.of("to", "+15735550123"))
                .post(url + "/calls")
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .extract()
                .path("id");
        with(writer).delete(url + "/calls/" + id).then().statusCode(204);
        with(writer).delete(url + "/calls/" + id).then().statusCode(404).header("X-RateLimit-Limit", "1000");
        with(writer)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post(url + "/contacts")
                .then()
                .statusCode(400);
        with(writer).get(url + "/contacts").then().statusCode(200).body("data.total", equalTo(2));
    }

    @Test
    void aTrustedProxySaysWhereTheCallerIs() {
        NewKey elsewhere = keys.create(Map.of("allowedIps", List.of("203.0.113.0/24")));

        with(elsewhere)
                .header("X-Forwarded-For", "203.0.113.7")
                .get(url + "/calls")
                .then()
                .statusCode(200);
        with(elsewhere).get(url + "/calls").then().statusCode(403).body("error.code", equalTo("IP_DENIED"));
    }

    @Test
    void scriptsOfTheOriginsThatItKnowsMayCallItAndReadItsLimits() {
        given().header("Origin", CONSOLE)
                .get(url + "/openapi.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", CONSOLE)
                .header("Vary", containsString("Origin"))
                .body("openapi", equalTo("3.1.0"));
        with(keys.create())
                .header("Origin", CONSOLE)
                .get(url + "/calls")
                .then()
                .statusCode(200)
                .header("Access-Control-Expose-Headers", containsString("RateLimit-Policy"))
                .header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", CONSOLE)
                .get(url + "/calls")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", CONSOLE);
        preflight(CONSOLE)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", containsString("X-API-Key"))
                .header("Access-Control-Allow-Methods", containsString("DELETE"));
    }

    @Test
    void scriptsOfOtherOriginsMayNot() {
        String stranger = "https://id.example.com.evil.example";
        given().header("Origin", stranger)
                .get(url + "/openapi.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
        preflight(stranger).then().header("Access-Control-Allow-Origin", nullValue());
    }

    private Response preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-api-key")
                .options(url + "/calls");
    }

    private static RequestSpecification with(NewKey key) {
        return given().header("X-API-Key", key.value());
    }
}
