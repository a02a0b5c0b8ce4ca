package dev.apikeys.keycloak.leak;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What can be read in an address.
 *
 * @param written as it stands there
 * @param decoded with nothing left that is percent-encoded (RFC 3986 §2.1), however often it was; or as far as that goes
 */
record PathText(String written, String decoded) {

    private static final int MOST_TIMES = 5;

    /** Our own shape, whatever the checksum, so that no other key stands there either. */
    private static final Pattern OWN = Pattern.compile("[A-Za-z][0-9A-Za-z_-]{0,30}[_-][0-9A-Za-z]{38}(?![0-9A-Za-z])");

    private static final Pattern STILL_ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    static PathText of(String written) {
        String text = written;
        for (int i = 0; i < MOST_TIMES; i++) {
            try {
                text = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                break;
            }
        }
        return new PathText(written, text);
    }

    /** Whether the value, any value of our own shape, or what is still encoded can be read in it. */
    boolean mayShow(String value) {
        return written.contains(value)
                || decoded.contains(value)
                || OWN.matcher(decoded).find()
                || STILL_ENCODED.matcher(decoded).find();
    }
}
