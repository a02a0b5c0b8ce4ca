package dev.apikeys.it.tokens;

import static dev.apikeys.it.tokens.KeyTokens.SECRET;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that has no other method than its keys. */
class ApiKeyOnlyIT {

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
    class ApiKeyAsTheOnlyMethod {

        @BeforeAll
        static void create() {
            new KeyTokens(realm).createClient("keys-only", "client-api-key", Map.of());
        }

        @Test
        void canBeChosenLikeAnyOtherMethod() {
            realm.admin()
                    .get(realm.adminUrl("/authentication/client-authenticator-providers"))
                    .then()
                    .statusCode(200)
                    .body("find { it.id == 'client-api-key' }.displayName", equalTo("API key"))
                    .body("findAll { it.id == 'client-secret' }.displayName", equalTo(List.of("Client Id and Secret")));
        }

        @ParameterizedTest
        @EnumSource
        void takesKeys(Presentation presentation) {
            withKey(presentation, "keys-only").then().statusCode(200).body("scope", equalTo("calls:read"));
        }

        @ParameterizedTest
        @EnumSource
        void takesNoClientSecret(Presentation presentation) {
            tokens.request(presentation, "keys-only", SECRET, Map.of())
                    .then()
                    .statusCode(401)
                    .body("error", equalTo("invalid_client"))
                    .body("access_token", nullValue());
        }

        @Test
        void takesNoClientSecretForIntrospectionEither() {
            realm.introspect("keys-only", SECRET, "made-up").then().statusCode(401);
        }

        @Test
        void takesTheClientSecretAgainOnceTheMethodIsClientSecret() {
            new KeyTokens(realm).createClient("changing", "client-api-key", Map.of());
            tokens.request(Presentation.BASIC, "changing", SECRET, Map.of())
                    .then()
                    .statusCode(401);

            realm.clients().update("changing", client -> client.put("clientAuthenticatorType", "client-secret"));

            tokens.request(Presentation.BASIC, "changing", SECRET, Map.of())
                    .then()
                    .statusCode(200);
        }
    }
}
