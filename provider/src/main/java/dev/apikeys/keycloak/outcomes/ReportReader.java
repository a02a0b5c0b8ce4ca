package dev.apikeys.keycloak.outcomes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.usage.OutcomeNames;
import dev.apikeys.keycloak.keys.JsonFields;
import dev.apikeys.keycloak.rest.KeyIds;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.util.JsonSerialization;

/** Reads the body of a report; what is wrong is named by the place where it stands. */
record ReportReader(OutcomeNames names, Instant now) {

    private static final String AUDIENCE = "audience";
    private static final String OUTCOMES = "outcomes";
    private static final String KEY = "key";
    private static final String OUTCOME = "outcome";
    private static final String COUNT = "count";
    private static final String AT = "at";

    private static final int MOST_OUTCOMES = 500;
    private static final long LARGEST_COUNT = 1_000_000;
    private static final Duration LONGEST_AGO = Duration.ofDays(7);

    /** The clock of a reporter may be ahead by so much; what it reports then counts as of now. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final ObjectReader READER = JsonSerialization.mapper
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * The outcome of reading.
     *
     * @param audience the client id of the API to which the calls went; empty for the reporter itself
     * @param outcomes meaningless when there are violations
     */
    record Reading(Optional<String> audience, List<ReportedOutcome> outcomes, List<Violation> violations) {}

    Reading read(byte[] body) {
        if (!(parse(body) instanceof ObjectNode json)) {
            return wrong("body", "one JSON object without duplicate fields");
        }
        JsonFields fields = new JsonFields(json);
        fields.refuseUnknown(Set.of(AUDIENCE, OUTCOMES));
        Optional<String> audience = fields.value(AUDIENCE, Parsed::good, Optional.empty());
        JsonNode list = json.path(OUTCOMES);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_OUTCOMES) {
            return wrong(OUTCOMES, "a list of 1 to " + MOST_OUTCOMES + " outcomes");
        }
        List<ReportedOutcome> outcomes = new ArrayList<>();
        List<Violation> violations = new ArrayList<>(fields.violations());
        for (int i = 0; i < list.size(); i++) {
            String place = OUTCOMES + '[' + i + ']';
            if (list.path(i) instanceof ObjectNode entry) {
                JsonFields entryFields = new JsonFields(entry);
                outcomes.add(outcome(place, entryFields));
                entryFields.violations().stream()
                        .map(wrong -> new Violation(place + '.' + wrong.field(), wrong.value(), wrong.allowed()))
                        .forEach(violations::add);
            } else {
                violations.add(new Violation(place, "", "a JSON object"));
            }
        }
        return new Reading(audience, outcomes, violations);
    }

    private ReportedOutcome outcome(String place, JsonFields fields) {
        fields.refuseUnknown(Set.of(KEY, OUTCOME, COUNT, AT));
        return new ReportedOutcome(
                place,
                required(fields, KEY, ReportReader::keyId),
                required(fields, OUTCOME, this::name),
                fields.number(COUNT, 1, LARGEST_COUNT, 1),
                fields.value(AT, this::instant, Optional.empty()).orElse(now));
    }

    private static String required(JsonFields fields, String field, Function<String, Parsed<String>> reader) {
        int before = fields.violations().size();
        Optional<String> value = fields.value(field, reader, Optional.empty());
        if (value.isEmpty() && fields.violations().size() == before) {
            fields.refuse(field, "", reader.apply("") instanceof Parsed.Bad<String> bad ? bad.allowed() : "text");
        }
        return value.orElse("");
    }

    private static Parsed<String> keyId(String text) {
        return KeyIds.isOne(text) ? Parsed.good(text) : Parsed.bad(ReporterKeys.ALLOWED);
    }

    private Parsed<String> name(String text) {
        if (names.all().contains(text)) {
            return Parsed.good(text);
        }
        return Parsed.bad(
                names.all().isEmpty()
                        ? "nothing, because the realm names no outcomes in api-keys.outcomes"
                        : "one of " + String.join(", ", names.all()));
    }

    private Parsed<Instant> instant(String text) {
        String allowed =
                "an ISO 8601 instant in UTC of the last %d days, not in the future".formatted(LONGEST_AGO.toDays());
        try {
            Instant at = Instant.parse(text);
            return at.isBefore(now.minus(LONGEST_AGO)) || at.isAfter(now.plus(AHEAD))
                    ? Parsed.bad(allowed)
                    : Parsed.good(at.isAfter(now) ? now : at);
        } catch (DateTimeException e) {
            return Parsed.bad(allowed);
        }
    }

    /** Missing when it is no JSON; an exponent beyond measure makes Jackson throw no exception of its own. */
    private static JsonNode parse(byte[] body) {
        try {
            return READER.readTree(body);
        } catch (IOException | NumberFormatException e) {
            return MissingNode.getInstance();
        }
    }

    private static Reading wrong(String field, String allowed) {
        return new Reading(Optional.empty(), List.of(), List.of(new Violation(field, "", allowed)));
    }
}
