package dev.apikeys.keycloak;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/** Tells a database that cannot be asked from errors of our own: callers hear 503 then, and nothing about any key. */
public final class StorageOutage {

    /** When it is worth asking again: the pool of connections finds out by itself. */
    public static final int RETRY_SECONDS = 2;

    /** The code of RFC 6749, section 4.1.2.1. */
    public static final String CODE = "temporarily_unavailable";

    public static final String DESCRIPTION = "The database of the API keys does not answer";

    private static final int DEEPEST = 20;

    private StorageOutage() {}

    /**
     * What callers are told in place of the error, whose transaction is undone; every other error goes on.
     *
     * @param ours whether the question was about a key, so that the answer is ours to give
     */
    public static Response answer(
            KeycloakSession session, RuntimeException error, boolean ours, Supplier<Response> unavailable) {
        if (!ours || !isBehind(error)) {
            throw error;
        }
        session.getTransactionManager().setRollbackOnly();
        return unavailable.get();
    }

    /** As above, at a door that has no other questions. */
    public static Response answer(KeycloakSession session, RuntimeException error, Supplier<Response> unavailable) {
        return answer(session, error, true, unavailable);
    }

    /** Whether it is the reason of the error. */
    public static boolean isBehind(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(SQLException.class::isInstance);
    }
}
