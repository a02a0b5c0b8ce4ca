package dev.apikeys.keycloak.check;

import dev.apikeys.keycloak.check.Refusal.Wait;
import dev.apikeys.keycloak.outcomes.ReportResult;
import java.util.Optional;
import java.util.Set;

/** What HTTP says of a report that is not counted (draft-ietf-httpapi-idempotency-key-header-07 §2.7). */
final class ReportRefusals {

    private static final Refusal OTHER_REPORT = refusal(
            Status.UNPROCESSABLE,
            "idempotency_key_reused",
            "Idempotency-Key is already used",
            "Another report was counted with this Idempotency-Key within the last 24 hours",
            Optional.empty());

    private static final Refusal IN_FLIGHT = refusal(
            Status.CONFLICT,
            "idempotency_key_in_use",
            "A request is outstanding for this Idempotency-Key",
            "A report with this Idempotency-Key is being counted; send it again to know whether it was",
            Optional.empty());

    private static final Refusal BUSY = refusal(
            Status.UNAVAILABLE,
            "key_busy",
            "API key is being changed",
            "One of the API keys is being changed; nothing was counted, send the report again",
            Optional.of(new Wait(1, Set.of())));

    private ReportRefusals() {}

    static Refusal of(ReportResult result) {
        if (result instanceof ReportResult.Wrong wrong) {
            return Refusal.badRequest(wrong.violations());
        }
        if (result instanceof ReportResult.OtherReport) {
            return OTHER_REPORT;
        }
        return result instanceof ReportResult.InFlight ? IN_FLIGHT : BUSY;
    }

    private static Refusal refusal(int status, String code, String title, String message, Optional<Wait> delay) {
        return new Refusal(status, code, title, message, new Challenge.None(), delay);
    }
}
