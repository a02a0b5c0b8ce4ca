package dev.apikeys.keycloak.directory;

import dev.apikeys.core.verify.Verdict.Found;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.representations.AccessToken;

/** Ties a token to the key it was made from: the token names the key and never outlives it. */
public final class TokenTie {

    private static final String API_KEY_ID = "api_key_id";

    private TokenTie() {}

    /** Names the key in the token and ends the token with the key at the latest. */
    public static void tie(AccessToken token, Found found) {
        token.setOtherClaims(API_KEY_ID, found.key().id());
        end(found)
                .filter(end -> token.getExp() == null || token.getExp() > end.getEpochSecond())
                .ifPresent(end -> token.exp(end.getEpochSecond()));
    }

    /** Names the key again in what the token introspects to. */
    static void repeat(AccessToken token, AccessToken introspected) {
        keyId(token).ifPresent(id -> introspected.setOtherClaims(API_KEY_ID, id));
    }

    /** The id of the key that the token was made from; empty when it was not made from one. */
    public static Optional<String> keyId(AccessToken token) {
        return Optional.ofNullable(token.getOtherClaims().get(API_KEY_ID)).map(Object::toString);
    }

    /** When the presented value is no longer good; empty when it has no end. */
    public static Optional<Instant> end(Found found) {
        return Stream.of(found.key().lifecycle().expiresAt(), found.secret().validUntil())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
