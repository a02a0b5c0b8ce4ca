package dev.apikeys.core.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a key value: all that is kept of it. A plain digest is enough because a key carries 190 random bits,
 * which no list of likely values reaches.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyHash(String hex) {

    private static final int LENGTH = 64;

    public KeyHash {
        requireSha256(hex);
    }

    private static void requireSha256(String hex) {
        if (hex.length() != LENGTH || !hex.chars().allMatch(KeyHash::isDigit)) {
            throw new IllegalArgumentException("not the lower-case hexadecimal form of a SHA-256");
        }
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
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
