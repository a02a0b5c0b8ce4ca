package dev.apikeys.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Brings a server's own copy of the distribution up to date: provider jar inside and {@code kc.sh build} done. */
final class KeycloakInstallation {

    private static final Duration BUILD_TIMEOUT = Duration.ofMinutes(7);

    private final Workspace workspace;
    private final ServerOptions options;

    KeycloakInstallation(Workspace workspace, ServerOptions options) {
        this.workspace = workspace;
        this.options = options;
    }

    void prepare(ServerDirectory directory) throws IOException, InterruptedException {
        List<Path> jars = new ArrayList<>(options.moreJars());
        if (options.provider()) {
            jars.addAll(Directories.files(workspace.providers(), ".jar"));
        }
        BuildStamp stamp = BuildStamp.of(workspace.distribution(), jars, stampedOptions());
        if (!stamp.isIn(directory.stamp())) {
            Files.deleteIfExists(directory.stamp());
            install(directory, jars);
            stamp.writeTo(directory.stamp());
        }
        if (!options.keepData()) {
            Directories.delete(directory.data());
        }
    }

    private Map<String, String> stampedOptions() {
        Map<String, String> stamped = new TreeMap<>(options.buildOptions());
        stamped.put("db", options.database().vendor());
        return stamped;
    }

    private void install(ServerDirectory directory, List<Path> jars) throws IOException, InterruptedException {
        Directories.delete(directory.keycloak());
        Directories.copy(workspace.distribution(), directory.keycloak());
        for (Path jar : jars) {
            Files.copy(
                    jar,
                    directory.keycloak().resolve("providers").resolve(jar.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        build(directory);
    }

    private void build(ServerDirectory directory) throws IOException, InterruptedException {
        try (GuardedProcess build =
                KeycloakCommand.build(directory.keycloak(), options).run(directory.buildLog())) {
            if (!build.process().waitFor(BUILD_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    || build.process().exitValue() != 0) {
                throw new IOException("kc.sh build failed:\n" + Files.readString(directory.buildLog()));
            }
        }
    }
}
