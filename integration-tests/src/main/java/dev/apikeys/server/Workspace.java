package dev.apikeys.server;

import java.nio.file.Path;

/**
 * Where the build has put what a server needs.
 *
 * @param distribution the unpacked Keycloak, never changed
 * @param providers the directory of the provider jar
 * @param realms the directory of the realm files
 * @param work where servers get their own directories
 */
public record Workspace(Path distribution, Path providers, Path realms, Path work) {

    /** The workspace that the system properties {@code keycloak.*} name. */
    public static Workspace current() {
        return new Workspace(
                directory("keycloak.distribution"),
                directory("keycloak.providers"),
                directory("keycloak.realms"),
                directory("keycloak.work"));
    }

    /** The same with another Keycloak. */
    public Workspace withDistribution(Path other) {
        return new Workspace(other, providers, realms, work);
    }

    private static Path directory(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("System property " + property
                    + " is not set: integration-tests/pom.xml sets it for tests and demo");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
