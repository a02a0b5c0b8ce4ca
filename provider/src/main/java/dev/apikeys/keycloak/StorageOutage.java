package dev.apikeys.keycloak;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a database that cannot be asked from errors of our own: callers hear 503 then, and nothing about any key. */
public final class StorageOutage {

    /** When it is worth asking again: the pool of connections finds out by itself. */
    public static final int RETRY_SECONDS = 2;

    /** The code of RFC 6749, section 4.1.2.1. */
    public static final String CODE = "temporarily_unavailable";

    public static final String DESCRIPTION = "The database of the API keys does not answer";

    private static final int DEEPEST = 20;

    private StorageOutage() {}

    /** Whether it is the reason of the error. */
    public static boolean isBehind(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(SQLException.class::isInstance);
    }
}
