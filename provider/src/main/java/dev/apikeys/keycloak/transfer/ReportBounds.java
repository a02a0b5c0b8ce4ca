package dev.apikeys.keycloak.transfer;

/** How much a report says of one record. */
final class ReportBounds {

    static final int ERRORS_OF_A_RECORD = 20;
    static final int LONGEST_FIELD = 100;
    static final int LONGEST_ALLOWED = 500;

    private ReportBounds() {}

    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
