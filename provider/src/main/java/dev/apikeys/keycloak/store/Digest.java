package dev.apikeys.keycloak.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Digest {

    private Digest() {}

    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of texts without line breaks. */
    public static String of(List<String> texts) {
        return of(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
    }
}
