package dev.apikeys.core;

/**
 * A value that was refused.
 *
 * @param field the name of the field or attribute, as its writer knows it
 * @param value what was written there
 * @param allowed what is allowed instead, as the end of a sentence
 */
public record Violation(String field, String value, String allowed) {

    private static final int LONGEST_ECHO = 100;

    /** One sentence that names the field, the value (both shortened) and what is allowed. */
    public String message() {
        return "%s: '%s' is not allowed; allowed: %s".formatted(echo(field), echo(value), allowed);
    }

    private static String echo(String value) {
        String printable = value.codePoints()
                .limit(LONGEST_ECHO + 1L)
                .map(c -> isVisible(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.codePointCount(0, printable.length()) <= LONGEST_ECHO
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
    }

    /** Neither ends a line nor turns the direction of the text around it. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
