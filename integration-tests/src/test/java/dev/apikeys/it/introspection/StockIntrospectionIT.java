package dev.apikeys.it.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Claims;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are no keys are answered as if the jar were not there. */
class StockIntrospectionIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final Set<String> VOLATILE =
            Set.of("exp", "iat", "jti", "sub", "iss", "clientHost", "clientAddress");

    @Test
    @EnabledIfSystemProperty(named = "database", matches = "h2")
    void aTokenOfTheClientCredentialsGrantHasTheSameAnswerWithAndWithoutTheJar() {
        try (KeycloakServer stock =
                KeycloakServer.start(ServerOptions.named("it-stock").withoutProvider())) {
            TestRealm without = TestRealm.onServer(stock, "demo-realm.json");
            without.whileImported(() -> assertThat(stable(answer(realm))).isEqualTo(stable(answer(without))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-api", "demo-api"})
    void theAudienceRuleForTokensIsKeycloaksOwn(String resourceServer) {
        String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

        realm.introspect(resourceServer, resourceServer + "-secret", token)
                .then()
                .statusCode(200)
                .body("active", equalTo(resourceServer.equals("demo-api")));
    }

    @Test
    void aTokenWithABadSignatureIsInactive() {
        String token = realm.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read");

        realm.introspect("demo-api", "demo-api-secret", token.substring(0, token.length() - 8) + "AAAAAAAA")
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("active", false)));
    }

    private static Map<String, Object> answer(TestRealm of) {
        String token = of.tokens().clientCredentials("shop-backend", "shop-backend-secret", "calls:read contacts:read");
        return of.introspect("demo-api", "demo-api-secret", token)
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .extract()
                .jsonPath()
                .getMap("");
    }

    private static Map<String, Object> stable(Map<String, Object> answer) {
        Map<String, Object> stable = Claims.comparable(answer, VOLATILE);
        stable.put("claims", answer.keySet());
        return stable;
    }
}
