package dev.apikeys.it.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM holds, as {@code jcmd} says.
 *
 * @param bytes what is reachable on the heap
 */
record Vitals(long bytes, long threads) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /** Counts after a full collection. */
    static Vitals of(ProcessHandle jvm) {
        Matcher total = TOTAL.matcher(jcmd(jvm, "GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("jcmd does not know process " + jvm.pid());
        }
        long threads = jcmd(jvm, "Thread.print")
                .lines()
                .filter(line -> line.startsWith("\""))
                .count();
        return new Vitals(Long.parseLong(total.group(1)), threads);
    }

    private static String jcmd(ProcessHandle jvm, String command) {
        try {
            String program =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process process = new ProcessBuilder(program, Long.toString(jvm.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "%.1f MiB reachable, %d threads".formatted(bytes / 1_048_576.0, threads);
    }
}
