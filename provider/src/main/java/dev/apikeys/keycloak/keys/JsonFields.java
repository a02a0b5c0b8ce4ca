package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the fields of a JSON object and collects what is wrong with them, so that the writer learns everything at once.
 * An absent field keeps what was, {@code null} clears it.
 */
public final class JsonFields {

    /** More than this nobody mends by hand: the answer to a body of a million wrong fields would be larger than the body. */
    private static final int MOST_VIOLATIONS = 100;

    private static final int LONGEST_NAME = 100;

    private final ObjectNode json;
    private final List<Violation> violations = new ArrayList<>();

    public JsonFields(ObjectNode json) {
        this.json = json;
    }

    /** What is wrong so far, up to a hundred things. */
    public List<Violation> violations() {
        return violations;
    }

    /** A key that stands where it does not belong is not repeated. */
    public void refuse(String field, String value, String allowed) {
        if (violations.size() < MOST_VIOLATIONS) {
            Violation shown = WithoutKeys.of(new Violation(field, value, allowed));
            violations.add(new Violation(shortened(shown.field()), shown.value(), allowed));
        }
    }

    boolean has(String field) {
        return json.has(field);
    }

    /** Names the fields that have another name than these. */
    public void refuseUnknown(Set<String> known) {
        Iterator<String> fields = json.fieldNames();
        while (fields.hasNext() && violations.size() < MOST_VIOLATIONS) {
            String field = fields.next();
            if (!known.contains(field)) {
                refuse(field, text(json.path(field)), "no field of this name");
            }
        }
    }

    private static String shortened(String field) {
        return field.length() <= LONGEST_NAME ? field : field.substring(0, LONGEST_NAME) + "…";
    }

    void refuseChange(String field, ObjectNode current) {
        JsonNode wanted = json.path(field);
        if (json.has(field) && !text(wanted).equals(text(current.path(field)))) {
            String fixed = text(current.path(field));
            refuse(field, text(wanted), "what it was when the key was made: '" + fixed + "'");
        }
    }

    /** Text without control characters, stripped; blank text counts as none. */
    Optional<String> text(String field, int longest, Optional<String> absent) {
        JsonNode node = json.get(field);
        if (node == null) {
            return absent;
        }
        if (node.isNull()) {
            return Optional.empty();
        }
        String text = node.asText().strip();
        if (!node.isTextual() || text.length() > longest || !isPrintable(text)) {
            refuse(field, text(node), "text of at most " + longest + " characters, none of them a control character");
            return absent;
        }
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    boolean flag(String field, boolean absent) {
        JsonNode node = json.get(field);
        if (node == null || node.isBoolean()) {
            return node == null ? absent : node.booleanValue();
        }
        refuse(field, text(node), "true or false");
        return absent;
    }

    /** A whole number within bounds. */
    public long number(String field, long least, long most, long absent) {
        JsonNode node = json.get(field);
        if (node == null) {
            return absent;
        }
        if (node.canConvertToLong()
                && node.isIntegralNumber()
                && node.longValue() >= least
                && node.longValue() <= most) {
            return node.longValue();
        }
        refuse(field, text(node), "a whole number from " + least + " to " + most);
        return absent;
    }

    /** A value written as text; {@code null} clears it. */
    public <T> Optional<T> value(String field, Function<String, Parsed<T>> reader, Optional<T> absent) {
        JsonNode node = json.get(field);
        if (node == null) {
            return absent;
        }
        return node.isNull() ? Optional.empty() : read(field, node, reader);
    }

    /** A list of values written as texts; empty when the field is absent or {@code null}. */
    <T> Optional<List<T>> list(
            String field, int longest, Function<String, Parsed<T>> reader, Optional<List<T>> absent) {
        JsonNode node = json.get(field);
        if (node == null) {
            return absent;
        }
        if (node.isNull()) {
            return Optional.empty();
        }
        if (!node.isArray() || node.size() > longest) {
            refuse(field, text(node), "a list of at most " + longest + " texts");
            return absent;
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            read(field + "[" + i + "]", node.path(i), reader).ifPresent(values::add);
        }
        return Optional.of(values);
    }

    /** A JSON object as text. */
    String object(String field, int longest, String absent) {
        JsonNode node = json.get(field);
        if (node == null || node.isNull()) {
            return node == null ? absent : "{}";
        }
        if (node.isObject() && node.toString().length() <= longest && isEncodable(node.toString())) {
            return node.toString();
        }
        refuse(field, text(node), "a JSON object of at most " + longest + " characters");
        return absent;
    }

    private <T> Optional<T> read(String field, JsonNode node, Function<String, Parsed<T>> reader) {
        Parsed<T> parsed = node.isTextual() && isPrintable(node.textValue())
                ? reader.apply(node.textValue().strip())
                : Parsed.bad("text");
        if (parsed instanceof Parsed.Bad<T> bad) {
            refuse(field, text(node), bad.allowed());
        }
        return parsed.toOptional();
    }

    private static String text(JsonNode node) {
        return node.isValueNode() || node.isMissingNode() ? node.asText("") : node.toString();
    }

    /** Whether databases take the text, and logs show it in one line. */
    public static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl) && isEncodable(text);
    }

    private static boolean isEncodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
