package dev.apikeys.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Waits until a started process listens. */
final class OpenPort {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private OpenPort() {}

    /** Returns when somebody listens at the port; ends the process and fails with its log when nobody does after a minute. */
    static void await(GuardedProcess process, int port, Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.process().isAlive() && System.nanoTime() < deadline) {
            if (listens(port)) {
                return;
            }
            Pause.of(INTERVAL);
        }
        process.close();
        throw new IOException("Nobody listens at port " + port + ":\n" + Files.readString(log));
    }

    private static boolean listens(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
