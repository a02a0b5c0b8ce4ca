package dev.apikeys.benchmark.traffic;

import dev.apikeys.benchmark.load.CpuMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the machine everybody else uses while we measure; nothing where there is no {@code /proc}. */
public final class Neighbours {

    private static final double MICROS_PER_TICK = 10_000;
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    /** Those behind it are parts of others. */
    private static final int LAST = 8;

    private final CpuMeter ours;
    private double all;
    private double busy;
    private double used;

    public Neighbours(CpuMeter ours) {
        this.ours = ours;
        share();
    }

    /** The part of all processors that others used since the last time that this was asked, from 0 to 1. */
    public double share() {
        double allBefore = all;
        double busyBefore = busy;
        double usedBefore = used;
        read();
        used = ours.micros() / MICROS_PER_TICK;
        double others = busy - busyBefore - (used - usedBefore);
        return all > allBefore ? Math.max(0, others / (all - allBefore)) : 0;
    }

    /** The first line of {@code /proc/stat}: {@code man 5 proc}. */
    private void read() {
        try {
            String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
            double sum = 0;
            double idle = 0;
            for (int i = 1; i <= LAST; i++) {
                double ticks = Double.parseDouble(fields[i]);
                sum += ticks;
                idle += i == IDLE || i == WAITING ? ticks : 0;
            }
            all = sum;
            busy = sum - idle;
        } catch (IOException notLinux) {
            all = 0;
        }
    }
}
