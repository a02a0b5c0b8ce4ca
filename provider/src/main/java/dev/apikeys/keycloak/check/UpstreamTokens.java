package dev.apikeys.keycloak.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.cache.Findings.Api;
import dev.apikeys.keycloak.cache.IssuedTokens;
import dev.apikeys.keycloak.cache.IssuedTokens.Draft;
import dev.apikeys.keycloak.cache.IssuedTokens.Question;
import dev.apikeys.keycloak.cache.KeyCacheProvider;
import dev.apikeys.keycloak.cache.Remembered;
import dev.apikeys.keycloak.cache.Revisions;
import dev.apikeys.keycloak.cache.Standing;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.directory.TokenTie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.keycloak.OAuth2Constants;
import org.keycloak.TokenCategory;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

/**
 * Short-lived JWTs for the API behind a gateway: what token exchange would issue to the API in exchange for the key, tied
 * to the key and for this API only.
 */
final class UpstreamTokens {

    /** They differ from one token to the next that says the same. */
    private static final Set<String> ID_AND_TIMES = Set.of("jti", "iat", "exp");

    private final KeycloakSession session;
    private final RealmKeys realmKeys;
    private final IssuedTokens tokens;
    private final Remembered<Api, String> signatures;
    private final Optional<Revisions> revisions;

    UpstreamTokens(KeycloakSession session, RealmKeys realmKeys) {
        KeyCacheProvider caches = session.getProvider(KeyCacheProvider.class);
        this.session = session;
        this.realmKeys = realmKeys;
        this.tokens = caches.tokens();
        this.signatures = caches.findings().signatures();
        this.revisions = caches.revisions();
    }

    /** Empty when no token of the key would have the API in its audience. */
    Optional<String> tokenFor(Found found, ClientModel audience) {
        Duration maxAge = Duration.ofSeconds(realmKeys.settings().get(RealmSettings.CLAIMS_MAX_AGE));
        return asAudience(audience, () -> tokens.get(question(found, audience), maxAge, () -> draft(found, audience)));
    }

    private Question question(Found found, ClientModel audience) {
        KeycloakDirectory directory = realmKeys.directory();
        Standing standing = directory.principalOf(found.key()).standing();
        return new Question(
                directory.issuer(),
                found.key().id(),
                found.key().version(),
                found.secret().display(),
                TokenTie.end(found),
                found.key().owner().clientId(),
                standing.subjectId(),
                audience.getId(),
                standing.scopeIds(),
                signature(audience));
    }

    /** What decides how a token is signed now: algorithm, key, and the type in the token's header. */
    private String signature(ClientModel audience) {
        Api api = new Api(session.getContext().getRealm().getId(), audience.getId());
        return revisions
                .flatMap(some -> signatures.get(api, some.now()))
                .orElseGet(() -> remembered(api, signatureNow(audience)));
    }

    private String remembered(Api api, String signature) {
        revisions.flatMap(Revisions::steady).ifPresent(revision -> signatures.put(api, signature, revision));
        return signature;
    }

    private String signatureNow(ClientModel audience) {
        String algorithm = session.tokens().signatureAlgorithm(TokenCategory.ACCESS);
        String key = session.keys()
                .getActiveKey(session.getContext().getRealm(), KeyUse.SIG, algorithm)
                .getKid();
        boolean typed = OIDCAdvancedConfigWrapper.fromClientModel(audience).isUseRfc9068AccessTokenHeaderType();
        return algorithm + ' ' + key + ' ' + typed;
    }

    private Optional<Draft> draft(Found found, ClientModel audience) {
        KeycloakDirectory directory = realmKeys.directory();
        Set<String> scopes = directory.principalOf(found.key()).effectiveScopes();
        AccessToken token = directory.tokens().mint(found, scopes, OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE);
        List<String> available =
                Optional.ofNullable(token.getAudience()).map(Arrays::asList).orElse(List.of());
        if (!available.contains(audience.getClientId())) {
            return Optional.empty();
        }
        token.audience(audience.getClientId());
        return Optional.of(new Draft(content(token), Instant.ofEpochSecond(token.getExp()), () -> session.tokens()
                .encode(token)));
    }

    private static String content(AccessToken token) {
        try {
            ObjectNode json = JsonSerialization.createObjectNode(token);
            return json.remove(ID_AND_TIMES).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("an access token is always JSON", e);
        }
    }

    /** Keycloak asks the session whose settings say how to sign: those of the client that the token is for. */
    private <T> T asAudience(ClientModel audience, Supplier<T> signing) {
        ClientModel before = session.getContext().getClient();
        session.getContext().setClient(audience);
        try {
            return signing.get();
        } finally {
            session.getContext().setClient(before);
        }
    }
}
