package dev.apikeys.benchmark.load;

/** Reads bytes without making strings of them. */
final class Ascii {

    private static final int CASE_BIT = 0x20;

    private Ascii() {}

    /** The index behind the next such byte, or {@code end}. */
    static int after(byte[] text, char sought, int from, int end) {
        int at = from;
        while (at < end && text[at] != sought) {
            at++;
        }
        return Math.min(at + 1, end);
    }

    /** Whether the text goes on like this, in whatever case; the pattern is lower case. */
    static boolean startsWith(byte[] text, int from, String pattern) {
        if (text.length - from < pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            int found = Character.isLetter(wanted) ? text[from + i] | CASE_BIT : text[from + i];
            if (found != wanted) {
                return false;
            }
        }
        return true;
    }

    static boolean contains(byte[] text, int from, int end, byte[] sought) {
        int last = end - sought.length;
        for (int at = from; at <= last; at++) {
            int matched = 0;
            while (matched < sought.length && text[at + matched] == sought[matched]) {
                matched++;
            }
            if (matched == sought.length) {
                return true;
            }
        }
        return false;
    }

    /** A decimal number that may have spaces around it. */
    static int decimal(byte[] text, int from, int end) {
        int number = 0;
        for (int at = from; at < end; at++) {
            if (text[at] != ' ') {
                number = 10 * number + text[at] - '0';
            }
        }
        return number;
    }

    /** A hexadecimal number up to the end or a chunk extension. */
    static int hex(byte[] text, int from, int end) {
        int number = 0;
        for (int at = from; at < end && text[at] != ';'; at++) {
            number = 16 * number + Character.digit(text[at], 16);
        }
        return number;
    }
}
