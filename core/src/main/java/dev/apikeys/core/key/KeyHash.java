package dev.apikeys.core.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a key value: all that is kept of it. A plain digest is enough because a key carries 190 random bits,
 * which no list of likely values reaches.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyHash(String hex) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public KeyHash {
        requireSha256(hex);
    }

    private static void requireSha256(String hex) {
        if (!SHA_256.matcher(hex).matches()) {
            throw new IllegalArgumentException("not the lower-case hexadecimal form of a SHA-256");
        }
    }

    /** The hash of the UTF-8 bytes of a value. */
    public static KeyHash of(KeyValue value) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(value.reveal().getBytes(StandardCharsets.UTF_8));
            return new KeyHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hidden like the value, so that no log line carries a hash. */
    @Override
    public String toString() {
        return "KeyHash(hidden)";
    }
}
