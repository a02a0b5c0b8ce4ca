package dev.apikeys.benchmark;

import java.io.IOException;
import java.io.PrintStream;

/** Tells on the error output what is going on; in a terminal as a bar that grows, in a log as a line now and then. */
final class Progress {

    private static final int WIDTH = 40;
    private static final int LINES_IN_A_LOG = 5;

    private final PrintStream out = System.err;
    private final boolean terminal = isTerminal();

    void say(String line) {
        out.println("[benchmark] " + line);
    }

    /** A bar for work of so many parts. */
    Bar bar(String what, int total) {
        return new Bar(what, total);
    }

    /** Java cannot tell about the error output alone. */
    private static boolean isTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Shows how much is done. */
    final class Bar {

        private final String what;
        private final int total;
        private int shown = -1;

        private Bar(String what, int total) {
            this.what = what;
            this.total = total;
        }

        void at(int done) {
            int step = (int) ((long) done * (terminal ? WIDTH : LINES_IN_A_LOG) / total);
            if (step == shown) {
                return;
            }
            shown = step;
            if (terminal) {
                out.print("\r[benchmark] %s [%s%s] %,d of %,d%s"
                        .formatted(what, "#".repeat(step), " ".repeat(WIDTH - step), done, total, end(done)));
            } else {
                say("%s: %,d of %,d".formatted(what, done, total));
            }
        }

        private String end(int done) {
            return done == total ? "\n" : "";
        }
    }
}
