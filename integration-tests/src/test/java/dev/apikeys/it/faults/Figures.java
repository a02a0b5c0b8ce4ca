package dev.apikeys.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a fault did to callers.
 *
 * @param calls questions about good keys from the fault until all was well again
 * @param told how many of them got which answer
 * @param untouched answers about keys that no node had seen before the fault, asked for while it lasted
 * @param outageSeconds from the fault until it was mended
 * @param recoverySeconds from then until the last wrong answer
 * @param revocations that were answered
 * @param lost keys that the server said it had and that are not good afterwards
 * @param overAdmitted calls beyond the limit
 * @param stale revoked keys that were accepted
 * @param uncounted accepted calls that usage does not have
 */
record Figures(
        String fault,
        int calls,
        List<Told> told,
        List<Told> untouched,
        double outageSeconds,
        double recoverySeconds,
        int revocations,
        int lost,
        int overAdmitted,
        int stale,
        long uncounted) {

    private static final String HEADER =
            """
            | fault | lasted s | calls | 503 | other 5xx | no answer | refused | new keys meanwhile | recovered after s | keys lost | over-admitted | revoked keys | of these accepted | calls missing in usage |
            |---|--:|--:|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|--:|
            """;

    Figures {
        told = List.copyOf(told);
        untouched = List.copyOf(untouched);
    }

    long count(Told sought) {
        return told.stream().filter(each -> each == sought).count();
    }

    /** Every call was answered as if nothing had happened. */
    void assertNobodyNoticed() {
        assertThat(untouched).containsOnly(Told.ACCEPTED);
        assertThat(told).containsOnly(Told.ACCEPTED);
        assertThat(lost).isZero();
        assertThat(overAdmitted).isZero();
        assertThat(revocations).isPositive();
        assertThat(stale).isZero();
        assertThat(uncounted).isZero();
    }

    /** Adds a row to the table. */
    Figures write() throws IOException {
        Path file = Workspace.current().work().resolveSibling("faults.md");
        if (!Files.exists(file)) {
            Files.writeString(file, HEADER);
        }
        Files.writeString(file, row(), StandardOpenOption.APPEND);
        return this;
    }

    private String row() {
        String newKeys =
                untouched.stream()
                        .collect(Collectors.groupingBy(told -> told, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(each ->
                                each.getValue() + " " + each.getKey().name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return "| %s | %.1f | %d | %d | %d | %d | %d | %s | %.1f | %d | %d | %d | %d | %d |%n"
                .formatted(
                        fault,
                        outageSeconds,
                        calls,
                        count(Told.UNAVAILABLE),
                        count(Told.FAILED),
                        count(Told.SILENT),
                        count(Told.REFUSED),
                        newKeys,
                        recoverySeconds,
                        lost,
                        overAdmitted,
                        revocations,
                        stale,
                        uncounted);
    }
}
