package dev.apikeys.keycloak.introspection;

import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.DenialEvents;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.StorageOutage;
import dev.apikeys.keycloak.directory.TokenTie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.services.util.UserSessionUtil;

/**
 * Stock introspection of access tokens, which also knows API keys. Every token that is no key is answered by stock
 * Keycloak; a token that was made from a key is good only as long as the key is.
 */
final class KeyAwareIntrospectionProvider extends AccessTokenIntrospectionProvider<AccessToken> {

    private final DenialEvents denialEvents;
    private Optional<ApiKey> key = Optional.empty();

    KeyAwareIntrospectionProvider(KeycloakSession session, DenialEvents denialEvents) {
        super(session);
        this.denialEvents = denialEvents;
    }

    /** Keycloak would answer 400 to whatever goes wrong here, and callers would take the key for a bad one. */
    @Override
    public Response introspect(String token, EventBuilder event) {
        RealmKeys realmKeys = RealmKeys.forChecks(session, realm);
        KeyValue value = KeyValue.of(token);
        if (!realmKeys.looksLikeKey(value)) {
            return stockAnswer(token, event);
        }
        return StorageOutage.answer(
                session,
                () -> new KeyIntrospection(session, realm, realmKeys, denialEvents).answer(value, event),
                KeyAwareIntrospectionProvider::unavailable);
    }

    /** Tokens that were made from no key are answered as ever, whatever goes wrong. */
    private Response stockAnswer(String encoded, EventBuilder event) {
        try {
            return super.introspect(encoded, event);
        } catch (RuntimeException e) {
            if (StorageOutage.isBehind(e) && namesKey(encoded)) {
                return StorageOutage.rolledBack(session, unavailable());
            }
            throw e;
        }
    }

    /** Whether the token says that it was made from a key; it need not have been verified for that, where the database is away. */
    private static boolean namesKey(String encoded) {
        try {
            return TokenTie.keyId(new JWSInput(encoded).readJsonContent(AccessToken.class))
                    .isPresent();
        } catch (JWSInputException e) {
            return false;
        }
    }

    private static Response unavailable() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, StorageOutage.RETRY_SECONDS)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(StorageOutage.CODE, StorageOutage.DESCRIPTION))
                .build();
    }

    /** A token that names a key is good only when it was made from that key, and as long as the key is good. */
    @Override
    protected boolean verifyClient() {
        return super.verifyClient() && (TokenTie.keyId(token).isEmpty() || keyBehindTokenIsGood());
    }

    private boolean keyBehindTokenIsGood() {
        RealmKeys realmKeys = new RealmKeys(session, realm);
        key = realmKeys.keyBehind(token);
        if (key.isEmpty()) {
            eventBuilder.detail(Details.REASON, "The API key behind the token is no longer good");
            eventBuilder.error(Errors.INVALID_TOKEN);
        }
        return key.isPresent();
    }

    @Override
    protected UserSessionUtil.UserSessionValidationResult verifyUserSession() {
        if (key.isEmpty()) {
            return super.verifyUserSession();
        }
        TokenTie.open(token);
        try {
            return super.verifyUserSession();
        } finally {
            TokenTie.close(token);
        }
    }

    /** Stock Keycloak would add the client's default scopes again. The account API comes here too, without a key. */
    @Override
    public AccessToken transformAccessToken(AccessToken tokenToTransform, UserSessionModel tokenSession) {
        return key.map(good ->
                        new RealmKeys(session, realm).directory().tokens().introspect(tokenToTransform, good))
                .orElseGet(() -> super.transformAccessToken(tokenToTransform, tokenSession));
    }
}
