package dev.apikeys.keycloak.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apikeys.core.key.KeyDisplay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signed tokens that this node made from keys lately, so that a token does not cost a signature each time.
 *
 * <p>A token is handed out again only as long as the same token would be made now. What decides that and is looked up at
 * every check anyway is part of the question, the key's version above all: no change of a key has to be told to this
 * cache, because nobody asks for the old version again. What protocol mappers put into a token is made anew, and
 * compared, when it is as old as claims may be; only the signature is saved then.
 */
public final class IssuedTokens {

    /** What an entry takes beside the token and its content. */
    private static final int ENTRY_BYTES = 1_000;

    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private final Cache<Question, Issued> tokens;
    private final Clock clock;

    /**
     * An empty cache.
     *
     * @param bytes how much memory the tokens may take, roughly
     */
    public IssuedTokens(long bytes, Clock clock) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .<Question, Issued>weigher((question, issued) -> ENTRY_BYTES + issued.length())
                .expireAfterWrite(LONGEST_LIFE)
                .build();
    }

    /**
     * What a token is made of, but for what mappers look up themselves.
     *
     * @param issuer names the realm, and the address by which it was asked
     * @param keyVersion counts the changes of the key
     * @param value what people see of the key's value; tokens name it
     * @param end when the value is no longer good
     * @param clientId Keycloak's internal id of the key's client
     * @param audienceId Keycloak's internal id of the API
     * @param scopeIds the effective scopes
     * @param signature what decides how the realm signs now
     */
    public record Question(
            String issuer,
            String keyId,
            long keyVersion,
            KeyDisplay value,
            Optional<Instant> end,
            String clientId,
            String subjectId,
            String audienceId,
            Set<String> scopeIds,
            String signature) {

        public Question {
            scopeIds = Set.copyOf(scopeIds);
        }
    }

    /**
     * A token that is not signed yet.
     *
     * @param content what it says, without its id and times
     * @param signing signs it
     */
    public record Draft(String content, Instant expiresAt, Supplier<String> signing) {}

    private record Issued(String token, String content, Instant expiresAt, Instant goodUntil, Instant comparedAt) {

        /** The last fifth of its life is left to those who pass it on. */
        static Issued of(Draft draft, Instant now) {
            Duration life = Duration.between(now, draft.expiresAt());
            return new Issued(
                    draft.signing().get(),
                    draft.content(),
                    draft.expiresAt(),
                    now.plus(life.multipliedBy(4).dividedBy(5)),
                    now);
        }

        int length() {
            return token.length() + content.length();
        }

        boolean says(Draft draft) {
            return content.equals(draft.content()) && !expiresAt.isAfter(draft.expiresAt());
        }

        Issued comparedAt(Instant now) {
            return new Issued(token, content, expiresAt, goodUntil, now);
        }
    }

    /**
     * A token with some of its life left.
     *
     * @param maxAge how old what mappers say may be
     * @param drafts makes the token that would be issued now; empty when none would
     */
    public Optional<String> get(Question question, Duration maxAge, Supplier<Optional<Draft>> drafts) {
        Instant now = clock.instant();
        @Nullable Issued remembered = tokens.getIfPresent(question);
        if (remembered != null && !now.isBefore(remembered.goodUntil())) {
            remembered = null;
        }
        if (remembered != null && now.isBefore(remembered.comparedAt().plus(maxAge))) {
            return Optional.of(remembered.token());
        }
        Optional<Draft> draft = drafts.get();
        if (draft.isEmpty()) {
            tokens.invalidate(question);
            return Optional.empty();
        }
        Issued issued = remembered != null && remembered.says(draft.get())
                ? remembered.comparedAt(now)
                : Issued.of(draft.get(), now);
        tokens.put(question, issued);
        return Optional.of(issued.token());
    }
}
