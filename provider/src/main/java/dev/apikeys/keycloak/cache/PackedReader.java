package dev.apikeys.keycloak.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads what {@link PackedWriter} wrote. */
final class PackedReader {

    private static final int SHA_256_LENGTH = 32;

    private final ByteBuffer in;

    PackedReader(byte[] packed) {
        this.in = ByteBuffer.wrap(packed);
    }

    String text() {
        int length = in.getShort() & 0xffff;
        if (length == PackedWriter.UUID_MARK) {
            return new UUID(in.getLong(), in.getLong()).toString();
        }
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    String hex() {
        byte[] bytes = new byte[SHA_256_LENGTH];
        in.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    boolean flag() {
        return in.get() != 0;
    }

    long number() {
        return in.getLong();
    }

    Instant instant() {
        return Instant.ofEpochMilli(in.getLong());
    }

    <T> Optional<T> optional(Supplier<T> reader) {
        return flag() ? Optional.of(reader.get()) : Optional.empty();
    }

    <T> List<T> list(Supplier<T> reader) {
        int size = in.getShort() & 0xffff;
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.get());
        }
        return values;
    }
}
