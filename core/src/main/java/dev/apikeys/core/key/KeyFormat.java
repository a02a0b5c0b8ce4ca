package dev.apikeys.core.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The shape of a key value: {@code <prefix><32 random base62 characters><6-character base62 CRC-32 of everything before
 * it>}. The checksum lets a mistyped or made-up value be refused before any cache or database is asked, and lets secret
 * scanners tell a key from a look-alike.
 *
 * <p>The shape is a promise: a change of it would no longer recognise the keys that are in use.
 */
public final class KeyFormat {

    static final int RANDOM_LENGTH = 32;
    static final int CHECKSUM_LENGTH = 6;
    static final int HINT_LENGTH = 6;
    static final int LAST_LENGTH = 4;

    private KeyFormat() {}

    /**
     * A new value with 190 random bits.
     *
     * @param random the source of randomness, which does the rejection sampling
     */
    public static KeyValue mint(KeyPrefix prefix, SecureRandom random) {
        String unchecked = prefix.value() + Base62.random(RANDOM_LENGTH, random);
        return KeyValue.of(unchecked + checksum(unchecked));
    }

    /**
     * Tells a well-formed value from everything else, without knowing which prefixes a realm has now: a prefix that is
     * no longer used for new keys must not lock out the keys that carry it.
     *
     * @return the parts that may be shown, or empty when the shape or the checksum is wrong
     */
    public static Optional<KeyDisplay> parse(KeyValue value) {
        String text = value.reveal();
        int randomStart = text.length() - RANDOM_LENGTH - CHECKSUM_LENGTH;
        if (randomStart <= 0 || randomStart > KeyPrefix.LONGEST) {
            return Optional.empty();
        }
        String prefix = text.substring(0, randomStart);
        int checksumStart = text.length() - CHECKSUM_LENGTH;
        if (!KeyPrefix.isWellFormed(prefix)
                || !text.chars().skip(randomStart).allMatch(c -> Base62.isDigit((char) c))
                || !text.substring(checksumStart).equals(checksum(text.substring(0, checksumStart)))) {
            return Optional.empty();
        }
        return Optional.of(new KeyDisplay(
                prefix,
                text.substring(randomStart, randomStart + HINT_LENGTH),
                text.substring(text.length() - LAST_LENGTH)));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return Base62.encode(crc.getValue(), CHECKSUM_LENGTH);
    }
}
