package dev.apikeys.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings a server's own copy of the distribution up to date: provider jar inside and {@code kc.sh build} done. */
final class KeycloakInstallation {

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
            Directories.delete(directory.keycloak());
            BuiltKeycloak.in(workspace.work(), stamp)
                    .copyTo(directory.keycloak(), workspace.distribution(), jars, options);
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
}
