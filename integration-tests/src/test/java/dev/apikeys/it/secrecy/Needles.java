package dev.apikeys.it.secrecy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Secrets in every form that they could lie around in. Of a value it is the middle that is sought, which no display form
 * shows, so that a cut piece of it is found too.
 */
final class Needles {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);
    private static final int SHOWN = "sk_live_".length() + 6;
    private static final int PIECE = 20;

    private final Map<Integer, List<Form>> byBeginning = new HashMap<>();

    /** One form of one secret. */
    private record Form(String name, ByteBuffer bytes) {}

    /**
     * A secret that was found.
     *
     * @param around the bytes before and after it, as far as they can be printed
     */
    record Found(String form, int offset, String around) {}

    /** The values themselves: as text, and within the Base64 of an {@code Authorization} field. */
    static Needles ofValues(Collection<String> values) {
        Needles needles = new Needles();
        for (String value : values) {
            String piece = value.substring(SHOWN, SHOWN + PIECE);
            needles.addText("value " + value, piece);
            for (int shift = 0; shift < 3; shift++) {
                needles.addText("Base64 of value " + value, base64Within(piece, shift));
            }
        }
        return needles;
    }

    /** The SHA-256 of the values: raw, hexadecimal and in Base64. */
    static Needles ofHashes(Collection<String> values) {
        Needles needles = new Needles();
        for (String value : values) {
            byte[] hash = sha256(value);
            String name = "hash of " + value;
            needles.add(name, hash);
            needles.addText(name, HexFormat.of().formatHex(hash));
            needles.addText(name, HexFormat.of().withUpperCase().formatHex(hash));
            needles.addText(name, Base64.getEncoder().withoutPadding().encodeToString(hash));
            needles.addText(name, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        }
        return needles;
    }

    List<Found> in(String text) {
        return in(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    List<Found> in(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return in(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Found> in(ByteBuffer haystack) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at + Integer.BYTES <= haystack.limit(); at++) {
            List<Form> candidates = byBeginning.get(haystack.getInt(at));
            if (candidates != null) {
                for (Form form : candidates) {
                    if (isAt(haystack, at, form.bytes())) {
                        found.add(new Found(form.name(), at, around(haystack, at)));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isAt(ByteBuffer haystack, int at, ByteBuffer needle) {
        return at + needle.limit() <= haystack.limit()
                && haystack.slice(at, needle.limit()).equals(needle);
    }

    private static String around(ByteBuffer haystack, int at) {
        int from = Math.max(0, at - 120);
        byte[] bytes = new byte[Math.min(haystack.limit(), at + 120) - from];
        haystack.get(from, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "·");
    }

    private void addText(String name, String text) {
        CHARSETS.forEach(charset -> add(name, text.getBytes(charset)));
    }

    private void add(String name, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byBeginning
                .computeIfAbsent(buffer.getInt(0), beginning -> new ArrayList<>())
                .add(new Form(name, buffer));
    }

    /** What the piece becomes in a Base64 text, where so many bytes beyond a multiple of three stand before it. */
    private static String base64Within(String piece, int shift) {
        String encoded =
                Base64.getEncoder().encodeToString(("x".repeat(shift) + piece).getBytes(StandardCharsets.UTF_8));
        int whole = (shift + piece.length()) / 3 * 4;
        return encoded.substring(shift == 0 ? 0 : 4, whole);
    }

    private static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
