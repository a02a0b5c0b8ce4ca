package dev.apikeys.it.leak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.GithubAlerts;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GithubAlertsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final LeakedKeys leaked = new LeakedKeys(realm);
    private final GithubAlerts github = new GithubAlerts(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @BeforeEach
    void listen() {
        realm.setAttribute("api-keys.github-keys", github.publicKeys());
        realm.setAttribute("api-keys.github-leaks", "revoke");
    }

    @Test
    void keysAreRevokedAndGithubLearnsWhichTextsWereKeys() {
        NewKey one = keys.create();
        NewKey two = keys.create();
        keys.act(two, "revoke");
        String stranger = "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk";

        List<Map<String, String>> feedback = github.send(
                        GithubAlerts.about(one.value(), stranger, "garbage", two.value(), one.value()))
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .path("$");

        assertThat(feedback)
                .containsExactly(
                        feedback(one.value(), "true_positive"),
                        feedback(stranger, "false_positive"),
                        feedback("garbage", "false_positive"),
                        feedback(two.value(), "true_positive"),
                        feedback(one.value(), "true_positive"));
        assertThat(leaked.isActive(one.value())).isFalse();
        assertThat(leaked.field(one, "revokedBy")).isEqualTo("github");
        assertThat(leaked.field(two, "revokedBy")).isNotEqualTo("github");
        leaked.assertOneEvent(
                one,
                "revoke",
                "\"reportedBy\":\"github\"",
                "\"url\":\"https://github.com/octocat/shop/blob/main/.env\"",
                "\"source\":\"content\"");
        github.send(GithubAlerts.about(one.value())).then().statusCode(200).body("[0].label", equalTo("true_positive"));
        leaked.assertOneEvent(one, "revoke");
    }

    private static Map<String, String> feedback(String value, String label) {
        return Map.of("token_hash", LeakedKeys.sha256(value), "token_type", "shop_api_key", "label", label);
    }

    @Test
    void keysAreDisabledWhereTheRealmWantsThat() {
        realm.setAttribute("api-keys.github-leaks", "disable");
        NewKey key = keys.create();

        github.send(GithubAlerts.about(key.value())).then().statusCode(200);
        github.send(GithubAlerts.about(key.value())).then().statusCode(200);

        assertThat(leaked.isActive(key.value())).isFalse();
        assertThat(leaked.field(key, "status")).isEqualTo("disabled");
        leaked.assertOneEvent(key, "disable", "\"reportedBy\":\"github\"");
        keys.act(key, "enable");
        assertThat(leaked.isActive(key.value())).isTrue();
    }

    @Test
    void aReplacedValueEndsAlone() {
        NewKey key = keys.create();
        String next = leaked.rotate(key, 600);

        github.send(GithubAlerts.about(key.value())).then().statusCode(200).body("[0].label", equalTo("true_positive"));

        assertThat(leaked.isActive(key.value())).isFalse();
        assertThat(leaked.isActive(next)).isTrue();
        leaked.assertOneEvent(key, "end-overlap");
    }

    @Test
    void keysThatWereImportedAreEndedBeforeTheRealmAcceptsThem() {
        List<String> values = List.of("old-key-4711-" + realm.name(), "sk_live_of_another_shape_" + realm.name());
        assertThat(Transfers.of(realm)
                        .importLines(List.of(
                                KeyRecords.of("leaked-foreign", values.get(0)),
                                KeyRecords.of("leaked-prefix", values.get(1))))
                        .count("imported"))
                .isEqualTo(2);

        github.send(GithubAlerts.about(values.get(0), "old-key-nobody-has", values.get(1)))
                .then()
                .statusCode(200)
                .body("label", equalTo(List.of("true_positive", "false_positive", "true_positive")));

        realm.setAttribute("api-keys.accept-foreign", "true");
        assertThat(values.stream().filter(leaked::isActive)).isEmpty();
        realm.admin()
                .queryParams("search", "leaked-", "status", "revoked")
                .get(realm.adminUrl("/api-keys"))
                .then()
                .statusCode(200)
                .body("externalId", containsInAnyOrder("leaked-foreign", "leaked-prefix"))
                .body("revokedBy", equalTo(List.of("github", "github")));
        realm.setAttribute("api-keys.accept-foreign", "false");
    }

    @Test
    void aKeyOfAnotherRealmIsAFalsePositive() {
        TestRealm other = TestRealm.of(Map.of(
                "realm",
                "elsewhere",
                "enabled",
                true,
                "attributes",
                Map.of("api-keys.github-leaks", "revoke", "api-keys.github-keys", github.publicKeys())));
        other.whileImported(() -> {
            NewKey key = keys.create();
            String alert = GithubAlerts.about(key.value());
            given().header("Github-Public-Key-Identifier", GithubAlerts.IDENTIFIER)
                    .header("Github-Public-Key-Signature", github.sign(alert))
                    .body(alert.getBytes(StandardCharsets.UTF_8))
                    .post(other.realmUrl("/api-keys/leaks/github"))
                    .then()
                    .statusCode(200)
                    .body("[0].label", equalTo("false_positive"));
            assertThat(leaked.isActive(key.value())).isTrue();
        });
    }

    @Test
    void whatGithubHasNotSignedIsRefusedAlikeWhateverIsWrong() {
        NewKey key = keys.create();
        String alert = GithubAlerts.about(key.value());
        String signature = github.sign(alert);
        String id = GithubAlerts.IDENTIFIER;
        String expected = null;
        for (Response response : List.of(
                github.send(given(), alert, id, new GithubAlerts(realm).sign(alert)),
                github.send(given(), alert + " ", id, signature),
                github.send(given(), "no JSON", id, signature),
                github.send(given(), alert, id.replace('b', 'c'), signature),
                github.send(given(), alert, id, ""),
                github.send(given(), alert, id, "no base64"),
                github.send(given().header("Github-Public-Key-Identifier", id), alert, id, signature),
                given().contentType(ContentType.JSON).body(alert).post(github.url()),
                given().header("Github-Public-Key-Identifier", id)
                        .contentType(ContentType.JSON)
                        .body(alert)
                        .post(github.url()))) {
            response.then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
            expected = expected == null ? response.asString() : expected;
            assertThat(response.asString()).isEqualTo(expected);
        }
        assertThat(leaked.isActive(key.value())).isTrue();
    }

    @Test
    void whatIsSignedAndNoAlertIsRefused() {
        for (String body : List.of("", "{}", "[1]", "[{}]", "[{\"token\":1}]", "[{\"token\":\"\"}]", "[] []", "[{")) {
            github.send(body).then().statusCode(400).body("error", equalTo("invalid_request"));
        }
        github.send("[" + "{\"token\":\"x\"},".repeat(5_000) + "{\"token\":\"x\"}]")
                .then()
                .statusCode(400);
        github.send("[]").then().statusCode(200).body("$", equalTo(List.of()));
    }

    @Test
    void aHugeBodyIsNotRead() {
        github.send("[" + " ".repeat(1024 * 1024) + "]").then().statusCode(413);
    }

    /** The address of the second realm does not exist: had it been asked, the log would say so. */
    @Test
    void whereItIsOffThereIsNoDoorAndNobodyIsAsked() {
        NewKey key = keys.create();
        String alert = GithubAlerts.about(key.value());
        realm.setAttribute("api-keys.github-keys", "https://keys.invalid/off");
        realm.setAttribute("api-keys.github-leaks", "off");
        github.send(alert).then().statusCode(404).body("error", equalTo("not_found"));
        realm.setAttribute("api-keys.github-leaks", "revoke");
        realm.setAttribute("api-keys.github-keys", "https://keys.invalid/on");
        for (int i = 0; i < 5; i++) {
            github.send(alert)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "60")
                    .body("error", equalTo("temporarily_unavailable"));
        }

        assertThat(leaked.isActive(key.value())).isTrue();
        assertThat(SharedKeycloak.server().log()).doesNotContain("https://keys.invalid/off");
        assertThat(SharedKeycloak.server().log().lines().filter(line -> line.contains("https://keys.invalid/on")))
                .hasSize(1);
    }

    @Test
    void theValueIsInNoLogAndNoEvent() {
        NewKey key = keys.create();
        String alert = GithubAlerts.about(key.value()).replace("/.env", "/" + key.value() + ".env");
        github.send(alert + "x");
        github.send(given(), alert, GithubAlerts.IDENTIFIER, "wrong");
        github.send(alert).then().statusCode(200).body("[0].label", equalTo("true_positive"));

        String events =
                realm.admin().get(realm.adminUrl("/admin-events?max=1000")).asString();
        assertThat(events).contains(key.id());
        assertThat(events + SharedKeycloak.server().log())
                .doesNotContain(key.value().substring(0, 40), LeakedKeys.sha256(key.value()), "octocat:secret");
    }
}
