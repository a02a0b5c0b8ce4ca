package dev.apikeys.core.key;

import dev.apikeys.core.Parsed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 of a key value: all that is kept of it. A plain digest is enough because a key carries 190 random bits,
 * which no list of likely values reaches.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyHash(String hex) {

    private static final int LENGTH = 64;
    private static final int BASE64_LENGTH = 43;
    private static final String FORMS = "a SHA-256 as 64 hexadecimal digits, or as base64 or base64url";

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

    /**
     * Reads the SHA-256 of a value as other systems write it: 64 hexadecimal digits of either case, or 43 characters of base64
     * or base64url (RFC 4648 §4 and §5), with or without padding.
     */
    public static Parsed<KeyHash> parse(String text) {
        if (text.length() == LENGTH) {
            String lower = text.toLowerCase(Locale.ROOT);
            return lower.chars().allMatch(KeyHash::isDigit) ? Parsed.good(new KeyHash(lower)) : Parsed.bad(FORMS);
        }
        String unpadded = text.endsWith("=") ? text.substring(0, text.length() - 1) : text;
        return unpadded.length() == BASE64_LENGTH ? ofBase64(unpadded) : Parsed.bad(FORMS);
    }

    private static Parsed<KeyHash> ofBase64(String unpadded) {
        boolean urlSafe = unpadded.indexOf('-') >= 0 || unpadded.indexOf('_') >= 0;
        try {
            byte[] digest = (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(unpadded);
            return Parsed.good(new KeyHash(HexFormat.of().formatHex(digest)));
        } catch (IllegalArgumentException e) {
            return Parsed.bad(FORMS);
        }
    }

    /** Hidden like the value, so that no log line carries a hash. */
    @Override
    public String toString() {
        return "KeyHash(hidden)";
    }
}
