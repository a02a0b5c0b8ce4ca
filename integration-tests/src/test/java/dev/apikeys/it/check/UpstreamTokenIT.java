package dev.apikeys.it.check;

import static dev.apikeys.it.check.Checks.isRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token that a gateway hands to the API. */
class UpstreamTokenIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
        new ShopScopes(realm).create("reports:read", "other-api");
        new ShopScopes(realm).assign("reports:read");
        ClientAttributes.gateway(realm, "demo-api");
    }

    @Nested
    class TheToken {

        private final NewKey key = keys.create(Map.of("scopes", List.of("calls:read", "reports:read")));

        @Test
        void isSignedByTheRealmForTheApiAlone() throws Exception {
            JWTClaimsSet claims = claims(token(key));

            assertThat(claims.getAudience()).containsExactly("demo-api");
            assertThat(claims.getIssuer()).isEqualTo(realm.realmUrl(""));
            assertThat(claims.getStringClaim("azp")).isEqualTo("shop-backend");
            assertThat(claims.getStringClaim("scope")).isEqualTo("calls:read reports:read");
            assertThat(claims.getStringClaim("api_key_id")).isEqualTo(key.id());
            assertThat(claims.getExpirationTime().toInstant()).isAfter(Instant.now());
        }

        @Test
        void isForTheApiThatTheGatewayNames() throws Exception {
            String own = token(key);
            String others = token(checks.ask(key, Map.of("token", "true", "audience", "other-api")));

            assertThat(claims(others).getAudience()).containsExactly("other-api");
            assertThat(token(key)).isEqualTo(own);
        }

        @Test
        void endsWithItsKeyAtTheLatest() throws Exception {
            Instant end = Instant.now().plusSeconds(60);
            NewKey shortLived = keys.create(Map.of("expiresAt", end.toString()));

            assertThat(claims(token(shortLived)).getExpirationTime().toInstant())
                    .isBeforeOrEqualTo(end);
        }

        @Test
        void introspectsInactiveOnceTheKeyIsRevoked() {
            NewKey stopped = keys.create();
            String token = token(stopped);
            realm.introspect("demo-api", "demo-api-secret", token).then().body("active", equalTo(true));

            keys.act(stopped, "revoke");

            realm.introspect("demo-api", "demo-api-secret", token).then().body("active", equalTo(false));
        }

        @Test
        void isNotThereWhenNobodyWantsIt() {
            checks.ask(key).then().statusCode(200).header("Authorization", nullValue());
            checks.ask(key, Map.of("token", "false")).then().statusCode(200).header("Authorization", nullValue());
        }

        @Test
        void isNotThereWhenTheKeyIsRefused() {
            isRefused(checks.ask(key, Map.of("token", "true", "scope", "calls:write")), 403, "insufficient_scope")
                    .header("Authorization", nullValue());
        }
    }

    @Nested
    class TheSameToken {

        private final NewKey key = keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")));
        private final String first = token(key);

        @Test
        void isHandedOutAgain() {
            assertThat(token(key)).isEqualTo(first);
        }

        @Test
        void isHandedOutAgainThoughClaimsAreMadeAtEveryCheck() {
            realm.setAttribute("api-keys.claims-max-age", "0");

            String second = token(key);

            assertThat(token(key)).isEqualTo(second);
            realm.setAttribute("api-keys.claims-max-age", "10");
        }

        @Test
        void isNotHandedOutForAnotherKey() {
            assertThat(token(keys.create(Map.of("scopes", List.of("calls:read", "contacts:read")))))
                    .isNotEqualTo(first);
        }

        @Test
        void isNotHandedOutAfterAChangeOfTheKey() throws Exception {
            keys.change(key, Map.of("scopes", List.of("calls:read")));

            String next = token(key);

            assertThat(next).isNotEqualTo(first);
            assertThat(claims(next).getStringClaim("scope")).isEqualTo("calls:read");
        }

        @Test
        void isNotHandedOutAfterAScopeIsTakenFromTheClient() throws Exception {
            new ShopScopes(realm).unassign("contacts:read");

            String next = token(key);

            new ShopScopes(realm).assign("contacts:read");
            assertThat(claims(next).getStringClaim("scope")).isEqualTo("calls:read");
            assertThat(token(key)).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(strings = {"revoke", "disable"})
        void isNotHandedOutForAStoppedKey(String action) {
            keys.act(key, action);

            checks.ask(key, Map.of("token", "true")).then().statusCode(401).header("Authorization", nullValue());
        }

        @Test
        void isNotHandedOutForTheNextValueOfTheKey() {
            String next = realm.admin()
                    .body(Map.of("overlap", 60))
                    .post(realm.adminUrl("/api-keys/" + key.id() + "/rotate"))
                    .path("key");

            assertThat(token(new NewKey(key.id(), next))).isNotEqualTo(first).isNotEqualTo(token(key));
        }

        @Test
        void isNotHandedOutOnceTheRealmSignsWithAnotherKey() throws Exception {
            addSigner("next signer");

            String next = token(key);

            realm.components().delete("next signer");
            assertThat(next).isNotEqualTo(first);
            assertThat(token(key)).isEqualTo(first);
        }

        @Test
        void isNotHandedOutOnceMappersSaySomethingElse() throws Exception {
            realm.setAttribute("api-keys.claims-max-age", "0");
            realm.admin()
                    .body(Map.of(
                            "name", "tier",
                            "protocol", "openid-connect",
                            "protocolMapper", "oidc-hardcoded-claim-mapper",
                            "config",
                                    Map.of("claim.name", "tier", "claim.value", "gold", "access.token.claim", "true")))
                    .post(realm.clients().member("shop-backend") + "/protocol-mappers/models")
                    .then()
                    .statusCode(201);

            String next = token(key);

            realm.setAttribute("api-keys.claims-max-age", "10");
            assertThat(claims(next).getStringClaim("tier")).isEqualTo("gold");
        }
    }

    @Test
    void thereIsNoneThoughTheApiIsExemptFromTheAudienceCheck() {
        NewKey key = keys.create();
        realm.clients()
                .create(Map.of(
                        "clientId", "exempt-api",
                        "secret", "exempt-api-secret",
                        "attributes", Map.of("allow.token.introspection.without.audience.check", "true")));

        exempt(key, Map.of()).then().statusCode(200);
        isRefused(exempt(key, Map.of("token", "true")), 403, "audience_denied");
    }

    private Response exempt(NewKey key, Map<String, ?> query) {
        return checks.gateway("exempt-api", "exempt-api-secret")
                .header("X-API-Key", key.value())
                .queryParams(query)
                .get(checks.url());
    }

    private String token(NewKey key) {
        return token(checks.ask(key, Map.of("token", "true")));
    }

    private static String token(Response answer) {
        answer.then().statusCode(200);
        assertThat(answer.header("Authorization")).startsWith("Bearer ");
        return answer.header("Authorization").substring("Bearer ".length());
    }

    /** What the token says, after its signature was checked against the realm's published keys. */
    private static JWTClaimsSet claims(String token) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                JWKSourceBuilder.create(URI.create(realm.realmUrl("/protocol/openid-connect/certs"))
                                .toURL())
                        .build()));
        return processor.process(token, null);
    }

    private static void addSigner(String name) {
        realm.components()
                .create(Map.of(
                        "name",
                        name,
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        Map.of("priority", List.of("1000"), "algorithm", List.of("RS256"))));
    }
}
