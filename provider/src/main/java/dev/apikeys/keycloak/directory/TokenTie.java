package dev.apikeys.keycloak.directory;

import dev.apikeys.core.key.KeyDisplay;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.verify.Verdict.Found;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.representations.AccessToken;

/**
 * Ties a token to the value of the key that it was made from: the token names the key, the value and the scopes, and
 * never outlives the key.
 *
 * <p>Keycloak's own resources (admin API, account API, UMA, token exchange of JWTs) give the bearer of any token what its
 * subject can do, whatever the token says. A tied token must not get that far: its id says that it belongs to an online
 * session, and it names none, so that stock Keycloak takes it for a token whose session is gone. Only our introspection
 * knows better. Without the jar nobody does.
 */
public final class TokenTie {

    private static final String API_KEY_ID = "api_key_id";
    private static final String API_KEY_VALUE = "api_key_hint";
    private static final String API_KEY_SCOPE = "api_key_scope";
    /** How {@code DefaultTokenContextEncoderProvider} marks a token of an online session, and one that needs none. */
    private static final String ONLINE = "on";

    private static final String TRANSIENT = "tr";
    private static final String CONTEXT_OF_OTHERS = "onrtcc:";

    private TokenTie() {}

    /**
     * Names the key in the token and ends the token with the key at the latest.
     *
     * @param scopes names of the client scopes that the token was made of, shown in its scope claim or not
     */
    public static void tie(AccessToken token, Found found, Set<String> scopes) {
        token.setOtherClaims(API_KEY_ID, found.key().id());
        token.setOtherClaims(API_KEY_VALUE, hint(found.secret().display()));
        token.setOtherClaims(API_KEY_SCOPE, String.join(" ", new TreeSet<>(scopes)));
        token.setSessionId(null);
        String id = token.getId();
        token.id(id.indexOf(':') < 0 ? CONTEXT_OF_OTHERS + UUID.randomUUID() : ONLINE + id.substring(ONLINE.length()));
        end(found)
                .filter(end -> token.getExp() == null || token.getExp() > end.getEpochSecond())
                .ifPresent(end -> token.exp(end.getEpochSecond()));
    }

    /** Lets stock code look at the token as at one that needs no session; {@link #close} undoes it. */
    public static void open(AccessToken token) {
        token.id(TRANSIENT + token.getId().substring(TRANSIENT.length()));
    }

    /** Makes the token again what it was before {@link #open}. */
    public static void close(AccessToken token) {
        token.id(ONLINE + token.getId().substring(ONLINE.length()));
    }

    /**
     * Whether the token really was made from the key: a client's administrator can put any claim into its tokens, but not
     * another client or subject, nor an online session without a session.
     */
    public static boolean isMadeFrom(AccessToken token, ApiKey key, LivePrincipal principal, Instant now) {
        return token.getSessionId() == null
                && token.getId().startsWith(ONLINE)
                && principal
                        .client()
                        .filter(client -> client.getClientId().equals(token.getIssuedFor()))
                        .isPresent()
                && principal
                        .subject()
                        .filter(subject -> subject.getId().equals(token.getSubject()))
                        .isPresent()
                && key.secrets().stream()
                        .filter(secret -> !secret.superseded(now))
                        .anyMatch(secret -> hint(secret.display())
                                .equals(token.getOtherClaims().get(API_KEY_VALUE)));
    }

    /** Names the key again in what the token introspects to. */
    static void repeat(AccessToken token, AccessToken introspected) {
        keyId(token).ifPresent(id -> introspected.setOtherClaims(API_KEY_ID, id));
    }

    /** The id of the key that the token says it was made from; empty when it says nothing of the kind. */
    public static Optional<String> keyId(AccessToken token) {
        return Optional.ofNullable(token.getOtherClaims().get(API_KEY_ID)).map(Object::toString);
    }

    /** Names of the client scopes that the token was made of, those included that its scope claim does not show. */
    static Set<String> scopes(AccessToken token) {
        return Optional.ofNullable(token.getOtherClaims().get(API_KEY_SCOPE)).map(Object::toString).stream()
                .flatMap(text -> Arrays.stream(text.split(" ")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** When the presented value is no longer good; empty when it has no end. */
    public static Optional<Instant> end(Found found) {
        return Stream.of(found.key().lifecycle().expiresAt(), found.secret().validUntil())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** What people see of the value tells a key's two values apart. */
    private static String hint(KeyDisplay display) {
        return display.hint() + display.last();
    }
}
