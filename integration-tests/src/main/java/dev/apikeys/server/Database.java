package dev.apikeys.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The database that a server keeps its data in. */
public sealed interface Database {

    /** The value of Keycloak's build option {@code db}. */
    String vendor();

    /** The start options that lead to this database. */
    Map<String, String> startOptions();

    /** A file in the server's own data directory. */
    record H2File() implements Database {

        @Override
        public String vendor() {
            return "dev-file";
        }

        @Override
        public Map<String, String> startOptions() {
            return Map.of();
        }
    }

    /** A file elsewhere, which outlives the Keycloak. */
    record H2At(Path file) implements Database {

        public static final String USERNAME = "sa";
        public static final String PASSWORD = "password";

        @Override
        public String vendor() {
            return "dev-file";
        }

        @Override
        public Map<String, String> startOptions() {
            return remote(url() + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0", USERNAME, PASSWORD);
        }

        /** Its address while no Keycloak has it open. */
        public String url() {
            return "jdbc:h2:file:" + file.toAbsolutePath() + ";NON_KEYWORDS=VALUE";
        }
    }

    /** A database of a PostgreSQL server that outlives the Keycloak. */
    record PostgreSql(String url, String username, String password) implements Database {

        /** A connection of one's own beside those of the Keycloak. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, username, password);
        }

        @Override
        public String vendor() {
            return "postgres";
        }

        @Override
        public Map<String, String> startOptions() {
            return remote(url, username, password);
        }
    }

    /** A database of a MariaDB server that outlives the Keycloak. */
    record MariaDb(String url, String username, String password) implements Database {

        @Override
        public String vendor() {
            return "mariadb";
        }

        @Override
        public Map<String, String> startOptions() {
            return remote(url, username, password);
        }
    }

    private static Map<String, String> remote(String url, String username, String password) {
        return Map.of("db-url", url, "db-username", username, "db-password", password);
    }
}
