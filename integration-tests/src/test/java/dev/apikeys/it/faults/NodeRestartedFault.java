package dev.apikeys.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.faults.Trial.Fault;
import org.junit.jupiter.api.Test;

/** One of two nodes dies without a word under load, and starts again. */
class NodeRestartedFault {

    @Test
    void theOtherOneGoesOnAndOnlyUsageOfTheLastSecondsIsLost() throws Exception {
        Figures figures = new Trial("node killed and started again").of(new Fault() {
            @Override
            public void begin() {
                FaultCluster.nodes().node(1).kill();
            }

            @Override
            public void mend() {
                FaultCluster.nodes().startAgain(1);
            }
        });

        assertThat(figures.untouched()).containsOnly(Told.ACCEPTED);
        assertThat(figures.count(Told.REFUSED)).isZero();
        assertThat(figures.lost()).isZero();
        assertThat(figures.overAdmitted()).isZero();
        assertThat(figures.revocations()).isPositive();
        assertThat(figures.stale()).isZero();
    }
}
