package dev.apikeys.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A server's own directory, locked so that a second run with the same name gets another one. */
record ServerDirectory(Path path, FileChannel lockedFile) implements AutoCloseable {

    private static final int MOST_RUNS_AT_A_TIME = 20;

    static ServerDirectory acquire(Path work, String name) throws IOException {
        Files.createDirectories(work);
        for (int run = 1; run <= MOST_RUNS_AT_A_TIME; run++) {
            Path path = work.resolve(run == 1 ? name : name + "-" + run);
            FileChannel channel = lock(work.resolve(path.getFileName() + ".lock"));
            if (channel != null) {
                Files.createDirectories(path);
                return new ServerDirectory(path, channel);
            }
        }
        throw new IOException("All directories for servers named " + name + " are in use below " + work);
    }

    Path keycloak() {
        return path.resolve("keycloak");
    }

    Path data() {
        return keycloak().resolve("data");
    }

    Path stamp() {
        return path.resolve("build.stamp");
    }

    Path serverLog() {
        return path.resolve("keycloak.log");
    }

    @Override
    public void close() {
        try {
            lockedFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return channel;
        }
        channel.close();
        return null;
    }

    /** The lock is held until the channel is closed. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }
}
