package dev.apikeys.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One call of {@code kc.sh}, without what the caller's environment would change about it. */
record KeycloakCommand(Path home, Map<String, String> environment, List<String> arguments) {

    private static final File NO_INPUT = new File("/dev/null");

    /** The result serves other servers, too: nothing of this one's environment is in it, but how fast it comes about. */
    static KeycloakCommand build(Path home, ServerOptions options) {
        Map<String, String> build = new TreeMap<>(options.buildOptions());
        build.put("db", options.database().vendor());
        Map<String, String> environment = new TreeMap<>(options.environment());
        environment.keySet().retainAll(Set.of(ServerOptions.JVM_OPTIONS));
        return new KeycloakCommand(home, environment, arguments(List.of("build"), build));
    }

    static KeycloakCommand start(Path home, ServerOptions options) {
        Map<String, String> start = new TreeMap<>(options.startOptions());
        start.putAll(options.database().startOptions());
        Map<String, String> environment = new TreeMap<>(options.environment());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN_USERNAME);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN_PASSWORD);
        return new KeycloakCommand(home, environment, arguments(List.of("start", "--optimized"), start));
    }

    /** Starts it with both outputs going to a new log file. */
    GuardedProcess run(Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/kc.sh").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(NO_INPUT)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return GuardedProcess.start(builder);
    }

    private static List<String> arguments(List<String> command, Map<String, String> options) {
        List<String> arguments = new ArrayList<>(command);
        options.forEach((option, value) -> arguments.add("--" + option + "=" + value));
        return List.copyOf(arguments);
    }
}
