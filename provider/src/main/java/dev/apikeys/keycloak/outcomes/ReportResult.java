package dev.apikeys.keycloak.outcomes;

import dev.apikeys.core.Violation;
import java.util.List;

/** What became of a report; unless it is counted, nothing of it is. */
public sealed interface ReportResult {

    /** Everything is counted, now or when the report came first. */
    record Counted() implements ReportResult {}

    /** The report itself is wrong. */
    record Wrong(List<Violation> violations) implements ReportResult {}

    /** Another report was counted under the same name. */
    record OtherReport() implements ReportResult {}

    /** The same report, or another of the same name, is being counted right now. */
    record InFlight() implements ReportResult {}

    /** Somebody goes on changing one of the keys; later it can be counted. */
    record Busy() implements ReportResult {}
}
