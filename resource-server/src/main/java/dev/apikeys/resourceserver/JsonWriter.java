package dev.apikeys.resourceserver;

import java.util.Iterator;
import java.util.Map;

/** Writes the few kinds of values that error bodies are made of. */
final class JsonWriter {

    private JsonWriter() {}

    /** Maps, iterables, strings, whole numbers and booleans; the order of a map is kept. */
    static String write(Object value) {
        StringBuilder json = new StringBuilder();
        append(value, json);
        return json.toString();
    }

    private static void append(Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> map) {
            appendMap(map, json);
        } else if (value instanceof Iterable<?> elements) {
            json.append('[');
            for (Iterator<?> rest = elements.iterator(); rest.hasNext(); ) {
                append(rest.next(), json);
                json.append(rest.hasNext() ? "," : "");
            }
            json.append(']');
        } else if (value instanceof String text) {
            appendString(text, json);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            json.append(value);
        } else {
            throw new IllegalArgumentException("No JSON for " + value.getClass());
        }
    }

    private static void appendMap(Map<?, ?> map, StringBuilder json) {
        String separator = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            json.append(separator);
            appendString(String.valueOf(member.getKey()), json);
            json.append(':');
            append(member.getValue(), json);
            separator = ",";
        }
        json.append(map.isEmpty() ? "{}" : "}");
    }

    /** RFC 8259 §7; lone surrogates, which UTF-8 cannot carry, are escaped as well. */
    private static void appendString(String text, StringBuilder json) {
        json.append('"');
        text.codePoints().forEach(code -> {
            if (code == '"' || code == '\\') {
                json.append('\\').append((char) code);
            } else if (code < ' ' || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
                json.append(String.format("\\u%04x", code));
            } else {
                json.appendCodePoint(code);
            }
        });
        json.append('"');
    }
}
