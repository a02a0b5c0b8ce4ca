package dev.apikeys.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.apikeys.it.faults.Trial.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The network between the nodes drops everything, while both reach the database and are reached by callers; then it is mended. */
class NodesCutFault {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Infinispan's word for a new set of nodes. */
    private static final String ALONE = "(1) [";

    @Test
    void eachPartGoesOnAndTheyFindEachOther() throws Exception {
        Assumptions.assumeTrue(NodeCut.isPossible(), "needs iptables and the right to use them");
        NodeCut cut = NodeCut.between(FaultCluster.nodes());
        Figures figures = new Trial("network between nodes cut and mended").of(new Fault() {
            @Override
            public void begin() {
                cut.close();
                cut.begin();
            }

            @Override
            public void last(Storm storm) {
                await().atMost(PATIENCE)
                        .until(() -> FaultCluster.nodes().node(1).log().contains(ALONE));
            }

            @Override
            public void mend() {
                cut.close();
                await().atMost(PATIENCE)
                        .until(() -> FaultCluster.nodes().node(1).log().contains("ISPN000093"));
            }
        });

        assertThat(figures.count(Told.REFUSED)).isZero();
        assertThat(figures.lost()).isZero();
        assertThat(figures.overAdmitted()).isLessThanOrEqualTo(StormKeys.LIMIT);
        assertThat(figures.uncounted()).isZero();
    }
}
