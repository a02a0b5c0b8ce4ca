package dev.apikeys.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server is started with; the maps hold Keycloak options without their leading dashes.
 *
 * @param name names the server's directory and log: servers that run side by side need different ones
 * @param keepData whether the data of an earlier run stays; PostgreSQL data stays in any case
 * @param provider whether the server has our jar
 * @param moreJars what the server has in its providers directory beside it
 */
public record ServerOptions(
        String name,
        Database database,
        Map<String, String> buildOptions,
        Map<String, String> startOptions,
        Map<String, String> environment,
        boolean keepData,
        boolean provider,
        List<Path> moreJars) {

    static final String JVM_OPTIONS = "JAVA_OPTS_APPEND";

    /** Halves the CPU time of a start; a benchmark must not use it. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC";

    public ServerOptions {
        buildOptions = Map.copyOf(buildOptions);
        startOptions = Map.copyOf(startOptions);
        environment = Map.copyOf(environment);
        moreJars = List.copyOf(moreJars);
    }

    /** A single node on free loopback ports with an empty H2 database. */
    public static ServerOptions named(String name) {
        return new ServerOptions(
                name,
                new Database.H2File(),
                Map.of("health-enabled", "true"),
                Map.of(
                        "http-enabled", "true",
                        "http-host", "127.0.0.1",
                        "http-port", "0",
                        "http-management-port", "0",
                        "hostname-strict", "false",
                        "cache", "local",
                        "log-level", "info,io.smallrye.health:warn",
                        "spi-password-hashing--argon2--iterations", "1",
                        "spi-password-hashing--argon2--memory", "64"),
                Map.of(JVM_OPTIONS, QUICK_START),
                false,
                true,
                List.of());
    }

    public ServerOptions withName(String other) {
        return new ServerOptions(
                other, database, buildOptions, startOptions, environment, keepData, provider, moreJars);
    }

    public ServerOptions withDatabase(Database other) {
        return new ServerOptions(name, other, buildOptions, startOptions, environment, keepData, provider, moreJars);
    }

    public ServerOptions withBuildOption(String option, String value) {
        return new ServerOptions(
                name,
                database,
                with(buildOptions, option, value),
                startOptions,
                environment,
                keepData,
                provider,
                moreJars);
    }

    /** Hashes passwords as Keycloak does by default: a login takes 180 ms, and not 40 ms as in a test. */
    public ServerOptions withStockPasswords() {
        Map<String, String> options = new TreeMap<>(startOptions);
        options.keySet().removeIf(option -> option.startsWith("spi-password-hashing--"));
        return withStartOptions(options);
    }

    public ServerOptions withStartOption(String option, String value) {
        return withStartOptions(with(startOptions, option, value));
    }

    public ServerOptions withLogLevel(String level) {
        return withStartOption("log-level", level);
    }

    public ServerOptions withEnvironment(String variable, String value) {
        return new ServerOptions(
                name,
                database,
                buildOptions,
                startOptions,
                with(environment, variable, value),
                keepData,
                provider,
                moreJars);
    }

    public ServerOptions keepingData() {
        return new ServerOptions(name, database, buildOptions, startOptions, environment, true, provider, moreJars);
    }

    /** Keycloak as it comes. */
    public ServerOptions withoutProvider() {
        return new ServerOptions(name, database, buildOptions, startOptions, environment, keepData, false, moreJars);
    }

    public ServerOptions withJar(Path jar) {
        List<Path> jars = new ArrayList<>(moreJars);
        jars.add(jar);
        return new ServerOptions(name, database, buildOptions, startOptions, environment, keepData, provider, jars);
    }

    private ServerOptions withStartOptions(Map<String, String> options) {
        return new ServerOptions(name, database, buildOptions, options, environment, keepData, provider, moreJars);
    }

    private static Map<String, String> with(Map<String, String> options, String option, String value) {
        Map<String, String> changed = new TreeMap<>(options);
        changed.put(option, value);
        return changed;
    }
}
