package dev.apikeys.it.support;

import dev.apikeys.server.Database;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.MariaDbServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.RunningKeycloak;
import dev.apikeys.server.ServerOptions;

/**
 * The one server of this JVM, on the database that the system property {@code database} names ({@code h2},
 * {@code postgres} or {@code mariadb}); it starts when the first test asks for it and ends with the JVM. It runs as the system property
 * {@code keycloak.runtime} says: from the {@code distribution}, or in a {@code container}, which is always on H2. Servers of
 * a test's own run from the distribution.
 */
public final class SharedKeycloak {

    private SharedKeycloak() {}

    public static RunningKeycloak server() {
        return Holder.SERVER;
    }

    /** A new, empty database of the kind under test, for a server of a test's own. */
    public static Database newDatabase(String name) {
        String kind = System.getProperty("database", "h2");
        return switch (kind) {
            case "h2" -> new Database.H2File();
            case "postgres" -> Postgres.SERVER.createDatabase(name);
            case "mariadb" -> MariaDb.SERVER.createDatabase(name);
            default -> throw new IllegalArgumentException("-Ddatabase=" + kind + " is not h2, postgres or mariadb");
        };
    }

    private static final class Postgres {

        static final PostgresServer SERVER = PostgresServer.start();
    }

    private static final class MariaDb {

        static final MariaDbServer SERVER = MariaDbServer.start();
    }

    private static RunningKeycloak start() {
        String runtime = System.getProperty("keycloak.runtime", "distribution");
        return switch (runtime) {
            case "distribution" -> announced("the distribution", startDistribution());
            case "container" -> {
                String image = System.getProperty("keycloak.image");
                yield announced("a container of " + image, KeycloakContainerServer.start(image));
            }
            default ->
                throw new IllegalArgumentException(
                        "-Dkeycloak.runtime=" + runtime + " is neither distribution nor container");
        };
    }

    private static RunningKeycloak startDistribution() {
        return KeycloakServer.start(ServerOptions.named("it-" + System.getProperty("database", "h2"))
                .withDatabase(newDatabase("keycloak")));
    }

    private static RunningKeycloak announced(String runtime, RunningKeycloak server) {
        System.out.println("Keycloak under test: " + runtime + ", at " + server.url());
        return server;
    }

    private static final class Holder {

        static final RunningKeycloak SERVER = start();
    }
}
