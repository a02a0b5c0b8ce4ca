package dev.apikeys.benchmark.traffic;

import dev.apikeys.benchmark.load.Answer;
import java.nio.charset.StandardCharsets;

/** What an answer says about a key. */
enum Told {
    ALLOWED,
    REVOKED,
    LIMITED,
    NOTHING;

    private static final int HTTP_OK = 200;
    private static final byte[] ACTIVE = bytes("\"active\":true");
    private static final byte[] IS_REVOKED = bytes("\"error\":\"key_revoked\"");
    private static final byte[] IS_LIMITED = bytes("\"error\":\"rate_limit_exceeded\"");

    static Told byIntrospection(Answer answer) {
        if (answer.has(HTTP_OK, ACTIVE)) {
            return ALLOWED;
        }
        if (answer.has(HTTP_OK, IS_REVOKED)) {
            return REVOKED;
        }
        return answer.has(HTTP_OK, IS_LIMITED) ? LIMITED : NOTHING;
    }

    static Told byCheck(Answer answer) {
        return switch (answer.status()) {
            case HTTP_OK -> ALLOWED;
            case 401 -> REVOKED;
            case 429 -> LIMITED;
            default -> NOTHING;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
