package dev.apikeys.keycloak.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes values densely; {@link PackedReader} reads them in the same order. */
final class PackedWriter {

    static final int UUID_MARK = 0xffff;
    private static final int UUID_LENGTH = 36;

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(buffer);

    /** Ids are mostly UUIDs, which take 16 bytes instead of 36. */
    void text(String text) {
        if (isUuid(text)) {
            UUID uuid = UUID.fromString(text);
            write(() -> {
                out.writeShort(UUID_MARK);
                out.writeLong(uuid.getMostSignificantBits());
                out.writeLong(uuid.getLeastSignificantBits());
            });
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        write(() -> {
            out.writeShort(utf8.length);
            out.write(utf8);
        });
    }

    void hex(String hex) {
        write(() -> out.write(HexFormat.of().parseHex(hex)));
    }

    void flag(boolean flag) {
        write(() -> out.writeBoolean(flag));
    }

    void number(long number) {
        write(() -> out.writeLong(number));
    }

    /** In milliseconds, like the database. */
    void instant(Instant instant) {
        number(instant.toEpochMilli());
    }

    <T> void optional(Optional<T> value, Consumer<T> writer) {
        flag(value.isPresent());
        value.ifPresent(writer);
    }

    <T> void list(List<T> values, Consumer<T> writer) {
        write(() -> out.writeShort(values.size()));
        values.forEach(writer);
    }

    byte[] bytes() {
        return buffer.toByteArray();
    }

    /** Only what {@link UUID#toString()} would write again. */
    private static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH || text.charAt(8) != '-') {
            return false;
        }
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer takes everything", e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
