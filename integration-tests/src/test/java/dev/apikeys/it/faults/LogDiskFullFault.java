package dev.apikeys.it.faults;

import dev.apikeys.it.faults.Trial.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The disk of the log files has no byte left, and then it has again. */
class LogDiskFullFault {

    @Test
    void nobodyNotices() throws Exception {
        Assumptions.assumeTrue(FaultCluster.logDisk().isPresent(), "needs the right to mount a file system");
        SmallDisk disk = FaultCluster.logDisk().orElseThrow();
        Figures figures = new Trial("disk of the log full and freed").of(new Fault() {
            @Override
            public void begin() {
                disk.fill();
            }

            @Override
            public void mend() throws IOException {
                disk.free();
            }
        });

        figures.assertNobodyNoticed();
    }
}
