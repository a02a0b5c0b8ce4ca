package dev.apikeys.keycloak.outcomes;

import dev.apikeys.core.Parsed;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that a reporter gives to a report, so that it can be sent again (draft-ietf-httpapi-idempotency-key-header-07
 * §2.1). Without quotes, which the draft asks for and few senders write, it is the same name.
 */
public record IdempotencyKey(String text) {

    /** The header field. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern WRITTEN =
            Pattern.compile("\"([\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255})\"|" + "([A-Za-z0-9._~:/+=-]{1,255})");

    /** Reads all that was sent in the header field. */
    public static Parsed<IdempotencyKey> read(List<String> lines) {
        Matcher matcher = WRITTEN.matcher(lines.size() == 1 ? lines.get(0).strip() : "");
        if (!matcher.matches()) {
            return Parsed.bad(
                    "one header field with a name of your choice for this report, for example a UUID: 1 to 255"
                            + " printable ASCII characters without quotes and backslashes, in quotes");
        }
        return Parsed.good(new IdempotencyKey(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
    }
}
