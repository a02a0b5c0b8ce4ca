package dev.apikeys.it.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** OAuth client libraries that know nothing of keys, configured with a key as the client secret. */
class OAuthLibraryIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final KeyTokens tokens = new KeyTokens(realm);

    private void isGood(String accessToken) {
        tokens.introspect(accessToken).then().body("active", equalTo(true)).body("scope", equalTo("calls:read"));
    }

    @Nested
    class Nimbus {

        @ParameterizedTest
        @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
        void getsATokenAndIsRefusedOnceTheKeyIsRevoked(String method) throws IOException, GeneralException {
            NewKey key = keys.create();
            Secret secret = new Secret(key.value());
            ClientAuthentication authentication = method.equals("client_secret_basic")
                    ? new ClientSecretBasic(new ClientID("shop-backend"), secret)
                    : new ClientSecretPost(new ClientID("shop-backend"), secret);

            isGood(request(authentication)
                    .toSuccessResponse()
                    .getTokens()
                    .getAccessToken()
                    .getValue());
            keys.act(key, "revoke");

            assertThat(request(authentication).toErrorResponse().getErrorObject())
                    .isEqualTo(OAuth2Error.INVALID_CLIENT);
        }

        private static TokenResponse request(ClientAuthentication authentication) throws IOException, GeneralException {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(realm.realmUrl("")));
            TokenRequest request = new TokenRequest(
                    metadata.getTokenEndpointURI(),
                    authentication,
                    new ClientCredentialsGrant(),
                    new Scope("calls:read"));
            return TokenResponse.parse(request.toHTTPRequest().send());
        }
    }

    @Nested
    class SpringSecurity {

        @ParameterizedTest
        @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
        void getsAToken(String method) {
            OAuth2AuthorizedClient client = authorize(keys.create(), new ClientAuthenticationMethod(method));

            isGood(client.getAccessToken().getTokenValue());
            assertThat(client.getRefreshToken()).isNull();
        }

        @Test
        void isRefusedWithARevokedKey() {
            NewKey key = keys.create();
            keys.act(key, "revoke");

            assertThatExceptionOfType(ClientAuthorizationException.class)
                    .isThrownBy(() -> authorize(key, ClientAuthenticationMethod.CLIENT_SECRET_BASIC))
                    .withMessageContaining("401");
        }

        private static OAuth2AuthorizedClient authorize(NewKey key, ClientAuthenticationMethod method) {
            ClientRegistration registration = ClientRegistrations.fromIssuerLocation(realm.realmUrl(""))
                    .registrationId("shop")
                    .clientId("shop-backend")
                    .clientSecret(key.value())
                    .clientAuthenticationMethod(method)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .scope("calls:read")
                    .build();
            InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
            OAuth2AuthorizedClient client = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                            registrations, new InMemoryOAuth2AuthorizedClientService(registrations))
                    .authorize(OAuth2AuthorizeRequest.withClientRegistrationId("shop")
                            .principal("anybody")
                            .build());
            if (client == null) {
                throw new AssertionError("Spring Security does not know how to authorize the client");
            }
            return client;
        }
    }
}
