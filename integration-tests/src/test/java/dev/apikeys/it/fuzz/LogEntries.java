package dev.apikeys.it.fuzz;

import java.util.Arrays;
import java.util.stream.Stream;

/** What a server's log says. */
final class LogEntries {

    private LogEntries() {}

    /** Errors, and whatever has the extension in its stack trace; each with that. */
    static Stream<String> alarming(String log) {
        return Arrays.stream(log.split("\n(?=\\d{4}-\\d\\d-\\d\\d )", -1))
                .filter(entry -> entry.contains(" ERROR ") || entry.contains("\tat dev.apikeys"));
    }
}
