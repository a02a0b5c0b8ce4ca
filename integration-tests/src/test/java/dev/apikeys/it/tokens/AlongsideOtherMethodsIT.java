package dev.apikeys.it.tokens;

import static dev.apikeys.it.tokens.KeyTokens.SECRET;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key is good alongside whatever method its client has. */
class AlongsideOtherMethodsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    private Response withKey(Presentation presentation, String clientId) {
        String value = keys.create(Map.of("clientId", clientId)).value();
        return tokens.request(presentation, clientId, value, Map.of());
    }

    @Nested
    class AClientSecret {

        @BeforeAll
        static void create() {
            new KeyTokens(realm).createClient("with-secret", "client-secret", Map.of());
            new KeyTokens(realm)
                    .createClient(
                            "with-basic-only",
                            "client-secret",
                            Map.of("client.secret.authentication.allowed.method", "client_secret_basic"));
        }

        @ParameterizedTest
        @EnumSource
        void isGoodBesideAKey(Presentation presentation) {
            withKey(presentation, "with-secret").then().statusCode(200).body("scope", equalTo("calls:read"));
            tokens.request(Presentation.BASIC, "with-secret", SECRET, Map.of())
                    .then()
                    .statusCode(200);
        }

        @Test
        void staysBoundToItsPlaceWhileAKeyIsNot() {
            withKey(Presentation.FORM, "with-basic-only").then().statusCode(200);
            tokens.request(Presentation.FORM, "with-basic-only", SECRET, Map.of())
                    .then()
                    .statusCode(401);
            tokens.request(Presentation.BASIC, "with-basic-only", SECRET, Map.of())
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class ASignedJwt {

        private static final RSAKey KEY = generate();

        @BeforeAll
        static void create() {
            new KeyTokens(realm)
                    .createClient(
                            "with-jwt",
                            "client-jwt",
                            Map.of("use.jwks.string", "true", "jwks.string", new JWKSet(KEY.toPublicJWK()).toString()));
        }

        @ParameterizedTest
        @EnumSource
        void isGoodBesideAKeyAndAClientSecretIsNot(Presentation presentation) throws JOSEException {
            withKey(presentation, "with-jwt").then().statusCode(200).body("scope", equalTo("calls:read"));
            withJwt().then().statusCode(200);
            tokens.request(Presentation.BASIC, "with-jwt", SECRET, Map.of())
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_client"))
                    .body("access_token", nullValue());
        }

        @Test
        void givesATokenThatIsTiedToNoKey() throws JOSEException {
            String token = withJwt().path("access_token");

            assertThat(KeyTokens.claims(token).getString("api_key_id")).isNull();
        }

        private static Response withJwt() throws JOSEException {
            Instant now = Instant.now();
            PrivateKeyJWT assertion = new PrivateKeyJWT(
                    new JWTAuthenticationClaimsSet(
                            new ClientID("with-jwt"),
                            new Audience(realm.realmUrl("")).toSingleAudienceList(),
                            Date.from(now.plusSeconds(30)),
                            null,
                            Date.from(now),
                            new JWTID()),
                    JWSAlgorithm.RS256,
                    KEY.toPrivateKey(),
                    KEY.getKeyID(),
                    null);
            return given().formParam("grant_type", "client_credentials")
                    .formParams(assertion.toParameters())
                    .post(realm.realmUrl("/protocol/openid-connect/token"));
        }

        private static RSAKey generate() {
            try {
                return new RSAKeyGenerator(2048)
                        .keyID("a-key")
                        .keyUse(KeyUse.SIGNATURE)
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
