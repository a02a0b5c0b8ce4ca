package dev.apikeys.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The CPU time, user and system, of processes as Linux counts it; always 0 where there is no {@code /proc}.
 *
 * @param alone processes that count by themselves
 * @param families processes that count with their children
 */
public record CpuMeter(List<Long> alone, List<Long> families) {

    /** The kernel's unit towards programs is a hundredth of a second on every usual machine. */
    private static final long MICROS_PER_TICK = 10_000;

    /** Indexes behind the command, which may contain spaces and is in parentheses: {@code man 5 proc}. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    /** Of processes that do their work themselves. */
    public static CpuMeter of(List<ProcessHandle> processes) {
        return new CpuMeter(processes.stream().map(ProcessHandle::pid).toList(), List.of());
    }

    /** Of a process and its children, also those that have ended: PostgreSQL has one per connection. */
    public static CpuMeter ofFamily(long pid) {
        return new CpuMeter(List.of(), List.of(pid));
    }

    /** Of the processes of both. */
    public CpuMeter and(CpuMeter other) {
        return new CpuMeter(both(alone, other.alone), both(families, other.families));
    }

    private static List<Long> both(List<Long> some, List<Long> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Microseconds since the processes started. */
    public long micros() {
        long ticks = 0;
        for (long pid : alone) {
            ticks += ticks(pid, USER, SYSTEM);
        }
        for (long pid : families) {
            ticks += ticks(pid, USER, SYSTEM, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM);
            for (ProcessHandle child : ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::children)
                    .toList()) {
                ticks += ticks(child.pid(), USER, SYSTEM);
            }
        }
        return ticks * MICROS_PER_TICK;
    }

    private static long ticks(long pid, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field : fields) {
                ticks += Long.parseLong(values[field]);
            }
            return ticks;
        } catch (IOException endedOrNotLinux) {
            return 0;
        }
    }
}
