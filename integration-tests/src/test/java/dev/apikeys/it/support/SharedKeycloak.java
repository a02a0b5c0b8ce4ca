package dev.apikeys.it.support;

import dev.apikeys.server.Database;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;

/**
 * The one server of this JVM, on the database that the system property {@code database} names ({@code h2} or
 * {@code postgres}); it starts when the first test asks for it and ends with the JVM.
 */
public final class SharedKeycloak {

    private SharedKeycloak() {}

    public static KeycloakServer server() {
        return Holder.SERVER;
    }

    /** A new, empty database of the kind under test, for a server of a test's own. */
    public static Database newDatabase(String name) {
        String kind = System.getProperty("database", "h2");
        return switch (kind) {
            case "h2" -> new Database.H2File();
            case "postgres" -> Postgres.SERVER.createDatabase(name);
            default -> throw new IllegalArgumentException("-Ddatabase=" + kind + " is neither h2 nor postgres");
        };
    }

    private static final class Postgres {

        static final PostgresServer SERVER = PostgresServer.start();
    }

    private static final class Holder {

        static final KeycloakServer SERVER =
                KeycloakServer.start(ServerOptions.named("it-" + System.getProperty("database", "h2"))
                        .withDatabase(newDatabase("keycloak")));
    }
}
