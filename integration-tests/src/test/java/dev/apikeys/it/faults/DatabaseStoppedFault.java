package dev.apikeys.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.faults.Trial.Fault;
import org.junit.jupiter.api.Test;

/** PostgreSQL crashes under load and starts again. */
class DatabaseStoppedFault {

    @Test
    void keysThatANodeRemembersGoOnAndNothingIsLost() throws Exception {
        Figures figures = new Trial("database crashed and started again").of(new Fault() {
            @Override
            public void begin() throws Exception {
                FaultCluster.postgres().crash();
            }

            @Override
            public void mend() throws Exception {
                FaultCluster.postgres().startAgain();
            }
        });

        assertThat(figures.untouched()).isNotEmpty().doesNotContain(Told.ACCEPTED, Told.REFUSED);
        assertThat(figures.count(Told.REFUSED)).isZero();
        assertThat(figures.lost()).isZero();
        assertThat(figures.overAdmitted()).isZero();
        assertThat(figures.revocations()).isPositive();
        assertThat(figures.stale()).isZero();
        assertThat(figures.uncounted()).isZero();
    }
}
