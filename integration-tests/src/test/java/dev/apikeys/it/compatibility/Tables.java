package dev.apikeys.it.compatibility;

import dev.apikeys.server.Database;
import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** A Keycloak's database while no Keycloak runs on it, by the driver that Keycloak has for it. */
final class Tables implements AutoCloseable {

    private final URLClassLoader drivers;
    private final Connection connection;

    private Tables(URLClassLoader drivers, Connection connection) {
        this.drivers = drivers;
        this.connection = connection;
    }

    static Tables of(Database database) throws IOException, SQLException {
        URLClassLoader drivers = new URLClassLoader(
                ClassPool.jars(Workspace.current().distribution().resolve("lib/lib/main")).stream()
                        .filter(jar ->
                                jar.getFileName().toString().matches("(com.h2database|org.postgresql|org.mariadb).*"))
                        .map(Tables::url)
                        .toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
        return new Tables(drivers, connect(drivers, database));
    }

    private static Connection connect(ClassLoader drivers, Database database) throws SQLException {
        if (database instanceof Database.PostgreSql server) {
            return connect(drivers, server.url(), server.username(), server.password());
        }
        if (database instanceof Database.MariaDb server) {
            return connect(drivers, server.url(), server.username(), server.password());
        }
        if (database instanceof Database.H2At file) {
            return connect(drivers, file.url(), Database.H2At.USERNAME, Database.H2At.PASSWORD);
        }
        throw new IllegalArgumentException(database + " ends with its Keycloak");
    }

    private static Connection connect(ClassLoader drivers, String url, String username, String password)
            throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", username);
        user.setProperty("password", password);
        for (Driver driver : ServiceLoader.load(Driver.class, drivers)) {
            if (driver.acceptsURL(url)) {
                return driver.connect(url, user);
            }
        }
        throw new IllegalStateException("The distribution has no driver for " + url);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of all tables of these beginnings, in capitals. */
    Set<String> names(String... prefixes) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toUpperCase(Locale.ROOT);
                if (Set.of(prefixes).stream().anyMatch(name::startsWith)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    long count(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Runs what ends with semicolons. */
    void run(Path script) throws IOException, SQLException {
        String text = Files.readString(script).replaceAll("--[^\n]*", "");
        try (Statement statement = connection.createStatement()) {
            for (String sql : text.split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.executeUpdate(sql.strip());
                }
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        drivers.close();
    }
}
