package dev.apikeys.it.agents;

import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The commands of docs/agents.md.
 *
 * @param commands by the name in the comment before them
 */
record AgentsPage(Map<String, String> commands) {

    private static final Pattern COMMAND =
            Pattern.compile("<!-- run: ([a-z-]+) -->\n```sh\n(.*?)```\n", Pattern.DOTALL);

    static AgentsPage read() {
        return new AgentsPage(COMMAND.matcher(text())
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        (MatchResult found) -> found.group(2),
                        (one, other) -> {
                            throw new IllegalStateException("One name, two commands");
                        },
                        LinkedHashMap::new)));
    }

    static String text() {
        try {
            return Files.readString(Workspace.current().realms().resolveSibling("docs/agents.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command, with something changed or as it stands on the page; returns what it has printed. */
    String run(String name, Map<String, String> names, UnaryOperator<String> change) {
        String command = commands.get(name);
        if (command == null) {
            throw new IllegalArgumentException("docs/agents.md has no command " + name);
        }
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", "-euc", change.apply(command))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().keySet().removeIf(variable -> !variable.equals("PATH"));
            builder.environment().putAll(names);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(name + " fails: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
