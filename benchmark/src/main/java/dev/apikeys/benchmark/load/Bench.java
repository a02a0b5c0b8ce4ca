package dev.apikeys.benchmark.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The load generator between the meters of what it loads. */
public record Bench(CpuMeter servers, CpuMeter database) {

    private static final CpuMeter SELF = CpuMeter.of(List.of(ProcessHandle.current()));

    /** The same on the servers of both. */
    public Bench with(Bench other) {
        return new Bench(servers.and(other.servers), database);
    }

    /** The meter of servers, database and load generator together. */
    public CpuMeter all() {
        return servers.and(database).and(SELF);
    }

    /** Runs a variant for so long, or until its requests are all sent. */
    public Measurement measure(Variant variant, Duration duration) throws IOException, InterruptedException {
        long server = servers.micros();
        long postgres = database.micros();
        long self = SELF.micros();
        Load load = LoadGenerator.run(variant, duration);
        return Measurement.of(load, servers.micros() - server, database.micros() - postgres, SELF.micros() - self);
    }
}
