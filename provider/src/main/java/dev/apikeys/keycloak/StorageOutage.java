package dev.apikeys.keycloak;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;

/** Tells a database that cannot be asked from errors of our own: callers hear 503 then, and nothing about any key. */
public final class StorageOutage {

    /** When it is worth asking again: the pool of connections finds out by itself. */
    public static final int RETRY_SECONDS = 2;

    /** The code of RFC 6749, section 4.1.2.1. */
    public static final String CODE = "temporarily_unavailable";

    public static final String DESCRIPTION = "The database of the API keys does not answer";

    private static final int DEEPEST = 20;

    /** Classes of SQL states: data, integrity. */
    private static final List<String> ANSWERS = List.of("22", "23");

    private StorageOutage() {}

    /** Whether it is the reason of the error. */
    public static boolean isBehind(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(
                        cause -> (cause instanceof SQLException said && !isAnswer(said)) || isBrokenConnection(cause));
    }

    /** Keycloak keeps nothing but the innermost cause of what happens to its entity manager. */
    private static boolean isBrokenConnection(Throwable cause) {
        return cause instanceof ModelException && cause.getCause() instanceof IOException;
    }

    /** A database that refuses data or what they would break has been asked, and trying again helps nobody. */
    private static boolean isAnswer(SQLException said) {
        String state = String.valueOf(said.getSQLState());
        return ANSWERS.stream().anyMatch(state::startsWith);
    }

    /**
     * The answer of a door, or what that door says when the database could not be asked; any other error goes on.
     *
     * @param unavailable 503 in the form of the door
     */
    public static <T> T answer(KeycloakSession session, Supplier<T> door, Supplier<T> unavailable) {
        try {
            return door.get();
        } catch (RuntimeException e) {
            if (!isBehind(e)) {
                throw e;
            }
            return rolledBack(session, unavailable.get());
        }
    }

    /** What a door says that could not ask the database: nothing of the request is committed. */
    public static <T> T rolledBack(KeycloakSession session, T unavailable) {
        session.getTransactionManager().setRollbackOnly();
        return unavailable;
    }
}
