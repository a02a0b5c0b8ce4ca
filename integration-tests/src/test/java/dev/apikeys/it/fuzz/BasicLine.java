package dev.apikeys.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@code Authorization: Basic}, from both sides. */
final class BasicLine {

    static final String SCHEME = "Basic ";

    private BasicLine() {}

    static String of(String inside) {
        return SCHEME + Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.UTF_8));
    }

    /** What is encoded in the line; nothing when that cannot be read. */
    static String inside(String line) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(line.substring(SCHEME.length()));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
