package dev.apikeys.keycloak.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.keycloak.CallCost;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.check.Asker.Gateway;
import dev.apikeys.keycloak.keys.JsonFields;
import dev.apikeys.keycloak.rest.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.util.JsonSerialization;

/**
 * The questions in the body of a batch.
 *
 * @param violations what cannot be read, by the place where it stands; then there are no questions
 */
record Batch(List<KeyQuestion> questions, List<Violation> violations) {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_CHECKS = 100;
    private static final String CHECKS = "checks";
    private static final String KEY = "key";
    private static final Set<String> NAMES =
            Set.of(KEY, CheckQuery.AUDIENCE, CheckQuery.SCOPE, CheckQuery.COST, CallerIp.PARAMETER);
    private static final ObjectReader READER = JsonSerialization.mapper
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    Batch {
        questions = List.copyOf(questions);
        violations = List.copyOf(violations);
    }

    /** Reads no more of the body than it may have. */
    static Batch read(InputStream body, Audiences audiences, Gateway gateway) {
        byte[] bytes = Answers.bytes(body, MOST_BYTES);
        if (bytes.length > MOST_BYTES) {
            return wrong("body", "at most " + MOST_BYTES + " bytes");
        }
        if (!(parse(bytes) instanceof ObjectNode json) || json.size() != 1 || !json.has(CHECKS)) {
            return wrong("body", "one JSON object with the field checks and no other");
        }
        JsonNode checks = json.path(CHECKS);
        if (!checks.isArray() || checks.isEmpty() || checks.size() > MOST_CHECKS) {
            return wrong(CHECKS, "a list of 1 to " + MOST_CHECKS + " checks");
        }
        List<KeyQuestion> questions = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            String place = CHECKS + '[' + i + ']';
            if (checks.path(i) instanceof ObjectNode check) {
                JsonFields fields = new JsonFields(check);
                question(fields, audiences, gateway).ifPresent(questions::add);
                fields.violations().stream()
                        .map(violation -> at(place, violation))
                        .forEach(violations::add);
            } else {
                violations.add(new Violation(place, "", "a JSON object"));
            }
        }
        return new Batch(violations.isEmpty() ? questions : List.of(), violations);
    }

    private static Optional<KeyQuestion> question(JsonFields fields, Audiences audiences, Gateway gateway) {
        fields.refuseUnknown(NAMES);
        Optional<KeyValue> key = fields.value(KEY, text -> Parsed.good(KeyValue.of(text)), Optional.empty());
        if (key.isEmpty()) {
            fields.refuse(KEY, "", "an API key");
        }
        Optional<ClientModel> named =
                fields.value(CheckQuery.AUDIENCE, name -> audiences.find(name, gateway.client()), Optional.empty());
        return key.map(value -> new KeyQuestion(
                gateway,
                key,
                named.orElseGet(gateway::client),
                fields.value(CallerIp.PARAMETER, CallerIp::read, Optional.empty()),
                fields.value(CheckQuery.SCOPE, CheckQuery::scopes, Optional.empty())
                        .orElse(Set.of()),
                (int) fields.number(CheckQuery.COST, 0, CallCost.MOST, CallCost.ONE),
                false,
                Status.TOO_MANY_REQUESTS));
    }

    /** Missing when it is no JSON; an exponent beyond measure makes Jackson throw no exception of its own. */
    private static JsonNode parse(byte[] bytes) {
        try {
            return READER.readTree(bytes);
        } catch (IOException | NumberFormatException e) {
            return MissingNode.getInstance();
        }
    }

    private static Batch wrong(String field, String allowed) {
        return new Batch(List.of(), List.of(new Violation(field, "", allowed)));
    }

    /** A key is not repeated, however it is written. */
    private static Violation at(String place, Violation violation) {
        String written = violation.field().equals(KEY) ? "" : violation.value();
        return new Violation(place + '.' + violation.field(), written, violation.allowed());
    }
}
