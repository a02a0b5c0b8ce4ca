package dev.apikeys.keycloak;

import dev.apikeys.core.key.KeyValue;
import java.util.Optional;
import org.keycloak.util.BasicAuthHelper;

/**
 * Client credentials in an {@code Authorization} line of the scheme Basic, which are percent-encoded before they are
 * Base64 (RFC 6749 §2.3.1).
 *
 * @param clientId without control characters, which databases refuse to look for
 * @param secret a client secret, or a key
 */
public record BasicCredentials(String clientId, KeyValue secret) {

    private static final String SCHEME = "Basic";

    /** Whether the line has the scheme, whatever else it has. */
    public static boolean isNamedBy(String line) {
        return line.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The credentials; empty when there are none, or none that can be read. */
    public static Optional<BasicCredentials> in(String line) {
        try {
            return Optional.ofNullable(BasicAuthHelper.RFC6749.parseHeader(line))
                    .filter(pair -> pair[0].chars().noneMatch(Character::isISOControl))
                    .map(pair -> new BasicCredentials(pair[0], KeyValue.of(pair[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether Keycloak would fail on the line instead of refusing it: credentials that cannot be read. */
    public static boolean isBroken(String line) {
        try {
            return BasicAuthHelper.RFC6749.parseHeader(line) != null && in(line).isEmpty();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
