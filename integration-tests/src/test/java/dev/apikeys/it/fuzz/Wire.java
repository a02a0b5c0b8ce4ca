package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apikeys.it.fuzz.Draft.Field;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A draft as bytes of HTTP/1.1 (RFC 9112). */
final class Wire {

    /** Surrogates without a partner travel only as escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String END = "\r\n";

    private Wire() {}

    static byte[] body(Draft draft) {
        return draft.bytes.orElseGet(() ->
                draft.json.map(Wire::text).orElseGet(() -> pairs(draft.form)).getBytes(StandardCharsets.UTF_8));
    }

    static String text(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole request; what would end a header line early is left out of it. */
    static byte[] request(Draft draft, String host) {
        byte[] body = body(draft);
        StringBuilder head = new StringBuilder();
        head.append(draft.method)
                .append(' ')
                .append(target(draft))
                .append(" HTTP/1.1")
                .append(END);
        head.append("Host: ").append(host).append(END);
        draft.headers.forEach(header -> head.append(header.name())
                .append(": ")
                .append(header.value().replaceAll("[\r\n]", " "))
                .append(END));
        String length = "Content-Length: " + body.length + END;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (draft.framing) {
            case LENGTH -> {
                write(bytes, head + (body.length == 0 && draft.method.equals("GET") ? "" : length) + END);
                bytes.writeBytes(body);
            }
            case CHUNKED -> chunked(bytes, head.toString(), body, Integer.toHexString(body.length));
            case LENGTH_AND_CHUNKED -> chunked(bytes, head + length, body, Integer.toHexString(body.length));
            case BROKEN_CHUNKS -> chunked(bytes, head.toString(), body, "xyz");
            case TWO_LENGTHS -> {
                write(bytes, head + length + "Content-Length: " + (body.length + 1) + END + END);
                bytes.writeBytes(body);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunked(ByteArrayOutputStream bytes, String head, byte[] body, String size) {
        write(bytes, head + "Transfer-Encoding: chunked" + END + END);
        if (body.length > 0) {
            write(bytes, size + END);
            bytes.writeBytes(body);
            write(bytes, END);
        }
        write(bytes, "0" + END + END);
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String target(Draft draft) {
        return draft.path + (draft.query.isEmpty() ? "" : "?" + pairs(draft.query));
    }

    private static String pairs(List<Field> fields) {
        return fields.stream()
                .map(field -> encoded(field.name()) + '=' + (field.raw() ? unbroken(field) : encoded(field.value())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A space would end the address. */
    private static String unbroken(Field field) {
        return field.value().replaceAll("[\\s\\p{Cntrl}]", "+");
    }
}
