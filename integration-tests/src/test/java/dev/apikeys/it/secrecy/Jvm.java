package dev.apikeys.it.secrecy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the JDK's {@code jcmd} tells of a running JVM. */
record Jvm(ProcessHandle process, Path directory) {

    /** What all threads are doing. */
    Path threads() throws IOException, InterruptedException {
        return jcmd("Thread.print", "-l", "-e");
    }

    /** Every object that is still referred to: a full collection comes first. */
    Path heap() throws IOException, InterruptedException {
        Path heap = directory.resolve("heap.hprof");
        Files.deleteIfExists(heap);
        jcmd("GC.run");
        jcmd("GC.heap_dump", heap.toString());
        return heap;
    }

    private Path jcmd(String... command) throws IOException, InterruptedException {
        Path output = directory.resolve(command[0] + ".txt");
        List<String> arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        arguments.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (jcmd.waitFor() != 0) {
            throw new IOException(Files.readString(output));
        }
        return output;
    }
}
