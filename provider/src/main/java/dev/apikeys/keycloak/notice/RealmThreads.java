package dev.apikeys.keycloak.notice;

import dev.apikeys.keycloak.DaemonThreads;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does what may take as long as a realm's administrator likes, because it talks to a server of their choice: at most one thing
 * for a realm at a time, in a thread that nobody waits for longer than a moment. Nothing can stop it from outside; it ends when
 * the server or its socket's time-outs let it.
 */
final class RealmThreads {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("api-keys-mail"));
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();

    /** Whether something for the realm was left to itself and still runs. */
    boolean isBusy(String realmId) {
        running.values().removeIf(Future::isDone);
        return running.containsKey(realmId);
    }

    /** What the task returns, unless that takes too long: then it is left to itself. */
    <T> Optional<T> call(String realmId, Supplier<T> task) {
        Callable<T> callable = task::get;
        Future<T> future = threads.submit(callable);
        running.put(realmId, future);
        try {
            return Optional.of(future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void close() {
        threads.shutdown();
    }
}
