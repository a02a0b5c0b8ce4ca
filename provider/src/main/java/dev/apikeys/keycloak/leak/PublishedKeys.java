package dev.apikeys.keycloak.leak;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apikeys.core.key.SigningKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The public keys that this node has fetched. Anybody can send alerts with made-up identifiers, so those have an address asked
 * every ten minutes at most, by one request; keys are good until others have been fetched.
 */
final class PublishedKeys {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AFTER_UNKNOWN = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** So that an address that does not answer does not take the threads of the server. */
    private static final int MOST_WAITING = 8;

    /** More than are in use; what realms have named once and no longer is forgotten. */
    private static final int MOST_ADDRESSES = 100;

    private final Clock clock;
    private final Duration patience;
    private final Cache<URI, Fetch> last = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .executor(Runnable::run)
            .build();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /**
     * Knows nothing yet.
     *
     * @param patience how long a request waits for the fetch of another
     */
    PublishedKeys(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    private record Fetch(Optional<SigningKeys> before, Instant asked, CompletableFuture<Optional<SigningKeys>> answer) {

        Optional<SigningKeys> keys() {
            return answer.getNow(Optional.empty()).or(this::before);
        }

        boolean knows(String identifier) {
            return keys().filter(keys -> keys.has(identifier)).isPresent();
        }

        /** One that is under way does, however long it takes: its end tells. */
        boolean suffices(String identifier, Instant now) {
            if (!answer.isDone()) {
                return true;
            }
            boolean failed = answer.getNow(Optional.empty()).isEmpty();
            Duration pause = knows(identifier) ? FRESH : AFTER_UNKNOWN;
            return now.isBefore(asked.plus(failed ? AFTER_FAILURE : pause));
        }
    }

    /**
     * The keys by which a signature is judged.
     *
     * @param fetch asks the address; empty when there is no good answer
     * @return empty when nobody can say now whether there is a key of this identifier
     */
    Optional<SigningKeys> get(URI address, String identifier, Supplier<Optional<SigningKeys>> fetch) {
        CompletableFuture<Optional<SigningKeys>> mine = new CompletableFuture<>();
        Instant now = clock.instant();
        Fetch current = last.asMap()
                .compute(
                        address,
                        (same, before) -> before != null && before.suffices(identifier, now)
                                ? before
                                : new Fetch(before == null ? Optional.empty() : before.keys(), now, mine));
        if (current.answer() == mine) {
            answer(mine, fetch);
        }
        return current.knows(identifier) ? current.keys() : join(current.answer());
    }

    private static void answer(CompletableFuture<Optional<SigningKeys>> mine, Supplier<Optional<SigningKeys>> fetch) {
        try {
            mine.complete(fetch.get());
        } finally {
            mine.complete(Optional.empty());
        }
    }

    private Optional<SigningKeys> join(CompletableFuture<Optional<SigningKeys>> answer) {
        if (answer.isDone() || !waiting.tryAcquire()) {
            return answer.getNow(Optional.empty());
        }
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiting.release();
        }
    }
}
