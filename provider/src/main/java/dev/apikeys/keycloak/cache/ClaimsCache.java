package dev.apikeys.keycloak.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What protocol mappers made lately on this node. They are the dear part of a check, and say the same for all keys that
 * act for the same subject with the same scopes.
 */
public final class ClaimsCache {

    private final Cache<Question, Answer> answers;
    private final Ticker ticker;

    /**
     * An empty cache.
     *
     * @param entries how many answers at most
     */
    public ClaimsCache(long entries, Ticker ticker) {
        this.ticker = ticker;
        this.answers = Caffeine.newBuilder()
                .maximumSize(entries)
                .expireAfter(Expiry.<Question, Answer>writing((question, answer) -> answer.life()))
                .ticker(ticker)
                .build();
    }

    /**
     * What claims are made of, but for what mappers look up themselves.
     *
     * @param issuer names the realm, and the address by which it was asked
     * @param clientId Keycloak's internal id of the client
     * @param scopeIds the effective scopes
     */
    public record Question(String issuer, String clientId, String subjectId, Set<String> scopeIds) {

        public Question {
            scopeIds = Set.copyOf(scopeIds);
        }
    }

    private record Answer(RenderedClaims claims, long at, Duration life) {}

    /** Claims that are no older than the age; an age of zero makes them anew and remembers nothing. */
    public RenderedClaims get(Question question, Duration maxAge, Supplier<RenderedClaims> mappers) {
        if (maxAge.isZero()) {
            return mappers.get();
        }
        @Nullable Answer remembered = answers.getIfPresent(question);
        long now = ticker.read();
        if (remembered != null && now - remembered.at() < maxAge.toNanos()) {
            return remembered.claims();
        }
        RenderedClaims made = mappers.get();
        answers.put(question, new Answer(made, now, maxAge));
        return made;
    }
}
