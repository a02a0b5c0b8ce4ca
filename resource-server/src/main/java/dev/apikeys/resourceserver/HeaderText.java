package dev.apikeys.resourceserver;

/** Text of others inside a header. */
final class HeaderText {

    private HeaderText() {}

    /** A quoted string that is one for RFC 9110 §5.6.4 and RFC 9651 §4.1.6 alike: printable ASCII, all else as {@code ?}. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(code -> {
            if (code == '"' || code == '\\') {
                quoted.append('\\');
            }
            quoted.append(code >= ' ' && code < 0x7f ? (char) code : '?');
        });
        return quoted.append('"').toString();
    }
}
