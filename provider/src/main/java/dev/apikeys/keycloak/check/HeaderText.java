package dev.apikeys.keycloak.check;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Puts names that people gave into header fields, where they can neither end a line nor a quotation. */
final class HeaderText {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private HeaderText() {}

    /** Printable ASCII as it is, everything else and the percent sign as percent-encoded UTF-8 (RFC 3986 §2.1). */
    static String encoded(String text) {
        return isPlain(text) ? text : percentEncoded(text);
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isPlain(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** The same between quotation marks, for parameters (RFC 9110 §5.6.4); RFC 6750 §3 allows no escapes in them. */
    static String quoted(String text) {
        return '"' + encoded(text).replace("\\", "%5C").replace("\"", "%22") + '"';
    }

    private static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7f && c != '%';
    }
}
