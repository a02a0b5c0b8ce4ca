package dev.apikeys.resourceserver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text (RFC 8259) and nothing else: no comments, no trailing commas, no name twice in an object, since two
 * readers that choose differently are two opinions on who may come in. The caller bounds the size.
 */
final class JsonReader {

    static final int MOST_LEVELS = 64;

    private final String text;
    private int at;
    private int level;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Returns an unmodifiable {@link Map} or {@link List}, a {@link String}, a {@link Boolean}, a {@link Long}, a
     * {@link java.math.BigDecimal} for every other number, or null.
     */
    static @Nullable Object read(String text) throws JsonException {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Object value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.problem("Something after the end");
        }
        return value;
    }

    private @Nullable Object value() throws JsonException {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() throws JsonException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        enter();
        boolean more = !ends('}');
        while (more) {
            if (peek() != '"') {
                throw problem("A name is missing");
            }
            String name = string();
            skipSpace();
            expect(':');
            skipSpace();
            if (members.containsKey(name)) {
                throw problem("A name is there twice");
            }
            members.put(name, value());
            more = !endsAfterValue('}');
        }
        level--;
        return Collections.unmodifiableMap(members);
    }

    private List<@Nullable Object> array() throws JsonException {
        List<@Nullable Object> elements = new ArrayList<>();
        enter();
        boolean more = !ends(']');
        while (more) {
            elements.add(value());
            more = !endsAfterValue(']');
        }
        level--;
        return Collections.unmodifiableList(elements);
    }

    private void enter() throws JsonException {
        level++;
        if (level > MOST_LEVELS) {
            throw problem("Too many levels");
        }
        at++;
        skipSpace();
    }

    private boolean ends(char end) throws JsonException {
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private boolean endsAfterValue(char end) throws JsonException {
        skipSpace();
        if (ends(end)) {
            return true;
        }
        expect(',');
        skipSpace();
        return false;
    }

    private String string() throws JsonException {
        StringBuilder content = new StringBuilder();
        at++;
        while (peek() != '"') {
            char next = text.charAt(at++);
            if (next < ' ') {
                throw problem("A control character in a string");
            }
            content.append(next == '\\' ? escaped() : next);
        }
        at++;
        return content.toString();
    }

    private char escaped() throws JsonException {
        char letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw problem("An unknown escape");
        };
    }

    private char unicode() throws JsonException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char digit = peek();
            // Character.digit alone would also take the digits of other scripts
            if (digit > 'f' || Character.digit(digit, 16) < 0) {
                throw problem("Not four hexadecimal digits");
            }
            code = (code << 4) | Character.digit(digit, 16);
            at++;
        }
        return (char) code;
    }

    private @Nullable Object word(String word, @Nullable Boolean value) throws JsonException {
        if (!text.startsWith(word, at)) {
            throw problem("An unknown word");
        }
        at += word.length();
        return value;
    }

    private Object number() throws JsonException {
        String number = JsonNumber.at(text, at).orElseThrow(() -> problem("No value, or a number that is too long"));
        at += number.length();
        try {
            return JsonNumber.value(number);
        } catch (NumberFormatException exponentBeyondInt) {
            throw problem("A number beyond all measure");
        }
    }

    private void expect(char expected) throws JsonException {
        if (peek() != expected) {
            throw problem("A '" + expected + "' is missing");
        }
        at++;
    }

    private char peek() throws JsonException {
        if (at >= text.length()) {
            throw problem("It ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonException problem(String problem) {
        return new JsonException(problem, at);
    }
}
