package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class Check429IT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Test
    void aKeyWhoseLimitIsUsedUpHasToWait() {
        NewKey key = used("1/hour");

        Response answer = checks.ask(key);

        isRefused(answer, 429, "rate_limit_exceeded")
                .body("type", equalTo("https://iana.org/assignments/http-problem-types#quota-exceeded"))
                .body("violated-policies", contains("key"))
                .body("detail", equalTo("Too many requests with this API key"))
                .header("RateLimit-Policy", "\"key\";q=1;w=3600")
                .header("X-RateLimit-Remaining", "0")
                .header("X-Api-Key-Id", key.id())
                .header("X-Api-Key-Client", "shop-backend")
                .header("WWW-Authenticate", nullValue());
        int wait = Integer.parseInt(answer.header("Retry-After"));
        assertThat(wait).isBetween(1, 3600);
        answer.then().body("retry_after", equalTo(wait)).header("RateLimit", "\"key\";r=0;t=" + wait);
    }

    @Test
    void onlyThePoliciesThatAreUsedUpAreViolated() {
        NewKey key = used("1/10s", "1000/hour");

        isRefused(checks.ask(key), 429, "rate_limit_exceeded").body("violated-policies", contains("key-10s"));
    }

    @Test
    void aCostThatDoesNotFitIsRefusedAndNotCounted() {
        NewKey key = keys.create(Map.of("limits", List.of("10/hour")));

        isRefused(checks.ask(key, Map.of("cost", 11)), 429, "rate_limit_exceeded");
        checks.ask(key, Map.of("cost", 10)).then().statusCode(200).header("X-RateLimit-Remaining", "0");
    }

    @Test
    void aGatewayThatKnowsNo429GetsA403ThatItCanMapBack() {
        NewKey key = used("1/hour");

        Response answer = checks.ask(key, Map.of("limited", 403));

        isRefused(answer, 403, "rate_limit_exceeded")
                .header("X-Api-Key-Id", key.id())
                .header("X-RateLimit-Remaining", "0")
                .header("WWW-Authenticate", nullValue());
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3600);
        isRefused(checks.ask(key, Map.of("limited", 429)), 429, "rate_limit_exceeded");
    }

    @Test
    void otherRefusalsKeepTheirStatusWhateverAGatewayKnows() {
        NewKey key = keys.create();
        keys.act(key, "revoke");

        isRefused(checks.ask(key, Map.of("limited", 403)), 401, "key_revoked");
    }

    @Test
    void refusalsForOtherReasonsAreNotCounted() {
        NewKey key = keys.create(Map.of("limits", List.of("1/hour")));
        isRefused(checks.ask(key, Map.of("scope", "calls:write")), 403, "insufficient_scope");

        checks.ask(key).then().statusCode(200);
    }

    private NewKey used(String... limits) {
        NewKey key = keys.create(Map.of("limits", List.of(limits)));
        checks.ask(key).then().statusCode(200);
        return key;
    }
}
