package dev.apikeys.benchmark.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends the requests of a variant over its connections, one thread each, for a while or until they are all sent. */
final class LoadGenerator {

    private LoadGenerator() {}

    /** What was counted; a single wrong answer fails the whole run, because its numbers would mean nothing. */
    static Load run(Variant variant, Duration duration) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(variant.connections());
        List<Worker> workers = new ArrayList<>();
        try {
            for (int i = 0; i < variant.connections(); i++) {
                URI server = variant.servers().get(i % variant.servers().size());
                workers.add(new Worker(variant, new RawConnection(server), i));
            }
            long start = System.nanoTime();
            long end = start + duration.toNanos();
            List<Future<Load>> running = workers.stream()
                    .map(worker -> threads.submit(() -> worker.run(end)))
                    .toList();
            Load total = Load.nothing();
            for (Future<Load> future : running) {
                total.add(future.get());
            }
            return total.in(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IOException("The load of '" + variant.name() + "' failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
            for (Worker worker : workers) {
                worker.close();
            }
        }
    }
}
