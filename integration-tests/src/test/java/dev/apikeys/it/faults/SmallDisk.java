package dev.apikeys.it.faults;

import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of a few megabytes in memory; it is unmounted when this JVM ends. */
record SmallDisk(Path path) {

    private static final String SIZE = "size=24m";
    private static final int BLOCK = 64 * 1_024;

    /** Empty where this process may not mount anything. */
    static Optional<SmallDisk> mount(String name) {
        try {
            Path path = Files.createDirectories(Workspace.current().work().resolve(name));
            boolean mounted = Command.succeeds("mount", "-t", "tmpfs", "-o", SIZE, "faults", path.toString());
            if (mounted) {
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> Command.succeeds("umount", "-l", path.toString()), "unmount"));
            }
            return mounted ? Optional.of(new SmallDisk(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until not a byte more can be written. */
    void fill() {
        try (OutputStream file = Files.newOutputStream(filler())) {
            for (int size = BLOCK; size > 0; size /= 2) {
                fill(file, new byte[size]);
            }
        } catch (IOException full) {
            // as intended
        }
    }

    private static void fill(OutputStream file, byte[] block) {
        try {
            while (true) {
                file.write(block);
            }
        } catch (IOException full) {
            // smaller blocks may still fit
        }
    }

    /** Takes away what {@link #fill} has written. */
    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return path.resolve("filler");
    }
}
