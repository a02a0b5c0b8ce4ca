package dev.apikeys.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Ends a process when this JVM dies without a chance to do so itself: a small shell reads from this JVM, and the end of
 * its input is the sign.
 */
final class OrphanGuard {

    /** It outlives an interrupt from the terminal, which reaches the whole process group. */
    private static final String SCRIPT = "trap '' INT TERM HUP; read -r released || kill -TERM \"$1\"";

    private final Process shell;

    private OrphanGuard(Process shell) {
        this.shell = shell;
    }

    static OrphanGuard over(long pid) throws IOException {
        return new OrphanGuard(new ProcessBuilder("sh", "-c", SCRIPT, "orphan-guard", Long.toString(pid))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Ends the guard and leaves the process alone. */
    void release() {
        try (OutputStream input = shell.getOutputStream()) {
            input.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
