package dev.apikeys.keycloak.cache;

import dev.apikeys.core.key.KeyHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 64 bits by which nodes name a value to each other without passing its hash around: a digest of the hash. Two values
 * may share one; whoever finds something by it compares the hash.
 */
record Fingerprint(long bits) {

    static Fingerprint of(KeyHash hash) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(hash.hex().getBytes(StandardCharsets.US_ASCII));
            return new Fingerprint(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Reads what {@link #text()} writes. */
    static Fingerprint parse(String text) {
        return new Fingerprint(Long.parseUnsignedLong(text, 16));
    }

    String text() {
        return Long.toHexString(bits);
    }

    /** Which of so many slots it falls into. */
    int slot(int slots) {
        return Math.floorMod(bits, slots);
    }
}
