package dev.apikeys.keycloak.introspection;

import dev.apikeys.core.key.KeyFormat;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.directory.TokenTie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/**
 * Stock introspection of access tokens, which also knows API keys. Every token that is no key is answered by stock
 * Keycloak; a token that was made from a key is good only as long as the key is.
 */
final class KeyAwareIntrospectionProvider extends AccessTokenIntrospectionProvider<AccessToken> {

    private final DenialEvents denialEvents;

    KeyAwareIntrospectionProvider(KeycloakSession session, DenialEvents denialEvents) {
        super(session);
        this.denialEvents = denialEvents;
    }

    @Override
    public Response introspect(String token, EventBuilder event) {
        RealmKeys realmKeys = new RealmKeys(session, realm);
        KeyValue value = KeyValue.of(token);
        return isKey(value, realmKeys)
                ? new KeyIntrospection(session, realm, realmKeys, denialEvents).answer(value, event)
                : super.introspect(token, event);
    }

    /** Well-formed keys whatever their prefix, and whatever begins like a key of the realm. */
    private static boolean isKey(KeyValue value, RealmKeys realmKeys) {
        return KeyFormat.parse(value).isPresent()
                || realmKeys.settings().get(RealmSettings.PREFIXES).claims(value);
    }

    @Override
    protected boolean verifyClient() {
        return super.verifyClient() && keyBehindTokenIsGood();
    }

    private boolean keyBehindTokenIsGood() {
        Optional<String> keyId = TokenTie.keyId(token);
        if (keyId.isEmpty()
                || new RealmKeys(session, realm).findGood(keyId.get()).isPresent()) {
            return true;
        }
        eventBuilder.detail(Details.REASON, "The API key behind the token is no longer good");
        eventBuilder.error(Errors.INVALID_TOKEN);
        return false;
    }

    /**
     * Stock Keycloak would add the client's default scopes again. The account API comes here too, and without asking
     * whether the key behind the token is good.
     */
    @Override
    public AccessToken transformAccessToken(AccessToken tokenToTransform, UserSessionModel tokenSession) {
        Optional<String> keyId = TokenTie.keyId(tokenToTransform);
        if (keyId.isEmpty()) {
            return super.transformAccessToken(tokenToTransform, tokenSession);
        }
        RealmKeys realmKeys = new RealmKeys(session, realm);
        return realmKeys
                .findGood(keyId.get())
                .map(key -> realmKeys.directory().introspect(tokenToTransform, key))
                .orElse(tokenToTransform);
    }
}
