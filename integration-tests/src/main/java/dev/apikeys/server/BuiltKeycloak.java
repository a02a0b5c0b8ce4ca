package dev.apikeys.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Keycloak with its jars, after {@code kc.sh build}: built once for all servers of a kind, which start from copies of it.
 *
 * @param path its directory, which survives until the same kind is built from other jars
 * @param stamp what it is built from
 */
record BuiltKeycloak(Path path, BuildStamp stamp) {

    private static final Duration TIMEOUT = Duration.ofMinutes(7);
    private static final Object WITHIN_THIS_JVM = new Object();

    static BuiltKeycloak in(Path work, BuildStamp stamp) {
        return new BuiltKeycloak(work.resolve("built-" + stamp.kind()), stamp);
    }

    /** Lays a copy where no Keycloak is, and builds first if that has not been done. Other runs wait meanwhile. */
    void copyTo(Path home, Path distribution, List<Path> jars, ServerOptions options)
            throws IOException, InterruptedException {
        Files.createDirectories(path);
        synchronized (WITHIN_THIS_JVM) {
            try (FileChannel file =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock();
                if (!stamp.isIn(stampFile())) {
                    Files.deleteIfExists(stampFile());
                    install(distribution, jars);
                    build(options);
                    stamp.writeTo(stampFile());
                }
                Directories.copy(keycloak(), home);
            }
        }
    }

    private void install(Path distribution, List<Path> jars) throws IOException {
        Directories.delete(keycloak());
        Directories.copy(distribution, keycloak());
        for (Path jar : jars) {
            Files.copy(
                    jar,
                    keycloak().resolve("providers").resolve(jar.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void build(ServerOptions options) throws IOException, InterruptedException {
        Path log = path.resolve("build.log");
        try (GuardedProcess build = KeycloakCommand.build(keycloak(), options).run(log)) {
            if (!build.process().waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    || build.process().exitValue() != 0) {
                throw new IOException("kc.sh build failed:\n" + Files.readString(log));
            }
        }
    }

    private Path keycloak() {
        return path.resolve("keycloak");
    }

    private Path stampFile() {
        return path.resolve("build.stamp");
    }
}
