package dev.apikeys.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The values of all keys that were made so far; what is secret of them follows the prefix. */
final class Secrets {

    private static final int LENGTH = 38;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    void add(String value) {
        known.add(value.substring(value.length() - LENGTH));
    }

    /** Whether one of them stands in the text. */
    boolean areIn(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters = isLetterOfKey(text.charAt(i)) ? letters + 1 : 0;
            if (letters >= LENGTH && known.contains(text.substring(i + 1 - LENGTH, i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** The request, with keys that are good left out, so that it can be printed. */
    String masked(byte[] request) {
        StringBuilder printable = new StringBuilder();
        for (char c : new String(request, StandardCharsets.UTF_8).toCharArray()) {
            printable.append(c == '\n' || (c >= ' ' && c < 0x7f) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        String text = printable.toString().replace("\\u000d\n", "\n");
        for (String secret : known) {
            text = text.replace(secret, "<key>");
        }
        return text.length() > 3_000 ? text.substring(0, 3_000) + "…" : text;
    }

    private static boolean isLetterOfKey(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
