package dev.apikeys.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The log file in which a PostgreSQL server writes down each statement that it is sent, one JSON object a line. */
record StatementLog(Path file) {

    /** What the server must be started with. */
    static final Map<String, String> CONFIGURATION = Map.of(
            "logging_collector", "on",
            "log_destination", "jsonlog",
            "log_filename", "statements.log",
            "log_rotation_age", "0",
            "log_rotation_size", "0",
            "log_statement", "all");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    /** What stands before a statement: whether it was prepared, and its name. */
    private static final Pattern HOW = Pattern.compile("^(statement|execute [^:]*): ");

    private static final ObjectMapper JSON = new ObjectMapper();

    static StatementLog in(Path data) {
        return new StatementLog(data.resolve("log").resolve("statements.json"));
    }

    /**
     * Reads what was sent to the database so far. The server writes the log in the background, but in order: it has
     * caught up as soon as a marker of ours is in it.
     *
     * @param sender sends a statement to the server
     */
    List<String> statements(String database, Consumer<String> sender) {
        String marker = "SELECT '" + UUID.randomUUID() + "'";
        sender.accept(marker);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<String> lines = lines();
            if (lines.stream().anyMatch(line -> line.contains(marker))) {
                return messages(lines, database);
            }
            Pause.of(INTERVAL);
        }
        throw new IllegalStateException("PostgreSQL did not log its own statement within " + PATIENCE + ": " + file);
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line may be half written: it is later than the marker. */
    private static List<String> messages(List<String> lines, String database) {
        List<String> messages = new ArrayList<>();
        try {
            for (String line : lines.subList(0, lines.size() - 1)) {
                JsonNode entry = JSON.readTree(line);
                if (database.equals(entry.path("dbname").asText())) {
                    messages.add(HOW.matcher(entry.path("message").asText()).replaceFirst(""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
