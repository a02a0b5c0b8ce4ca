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

    private static final class Holder {

        static final KeycloakServer SERVER = start(System.getProperty("database", "h2"));

        private static KeycloakServer start(String database) {
            return KeycloakServer.start(ServerOptions.named("it-" + database).withDatabase(database(database)));
        }

        private static Database database(String name) {
            return switch (name) {
                case "h2" -> new Database.H2File();
                case "postgres" -> PostgresServer.start().createDatabase("keycloak");
                default -> throw new IllegalArgumentException("-Ddatabase=" + name + " is neither h2 nor postgres");
            };
        }
    }
}
