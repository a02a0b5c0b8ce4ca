package dev.apikeys.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.apikeys.it.faults.Trial.Fault;
import dev.apikeys.it.support.Keys.NewKey;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The network between the nodes drops everything, while both reach the database and are reached by callers; then it is mended. */
class NodesCutFault {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** How long a node goes on with what it remembers after it has found out, and what a slow machine may need. */
    private static final Duration FORGETS_WITHIN = Duration.ofSeconds(10 + 2);

    /** Infinispan's word for a new set of nodes. */
    private static final String ALONE = "(1) [";

    @Test
    void eachPartGoesOnForgetsWhatItRemembersAndTheyFindEachOther() throws Exception {
        Assumptions.assumeTrue(NodeCut.isPossible(), "needs iptables and the right to use them");
        NodeCut cut = NodeCut.between(FaultCluster.nodes());
        Trial trial = new Trial("network between nodes cut and mended");
        Figures figures = trial.of(new Fault() {
            private int before;

            @Override
            public void begin() {
                cut.close();
                before = log().length();
                cut.begin();
            }

            private String log() {
                return FaultCluster.nodes().node(1).log().substring(before);
            }

            @Override
            public void last(Storm storm) {
                Caller here = trial.callers().get(0);
                Caller there = trial.callers().get(1);
                NewKey key = here.create().orElseThrow();
                assertThat(there.introspect(key)).isEqualTo(Told.ACCEPTED);
                assertThat(here.revoke(key)).isTrue();
                long revoked = System.nanoTime();
                await().atMost(PATIENCE).until(() -> log().contains(ALONE));
                long foundOut = System.nanoTime();
                await().atMost(FORGETS_WITHIN).until(() -> there.introspect(key) == Told.REFUSED);
                System.out.printf(
                        "The cut was found out %d s after the revocation; the revoked key was refused %d s later%n",
                        TimeUnit.NANOSECONDS.toSeconds(foundOut - revoked),
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - foundOut));
            }

            @Override
            public void mend() {
                cut.close();
                await().atMost(PATIENCE).until(() -> log().contains("ISPN000093"));
            }
        });

        assertThat(figures.count(Told.REFUSED)).isZero();
        assertThat(figures.lost()).isZero();
        assertThat(figures.overAdmitted()).isLessThanOrEqualTo(StormKeys.LIMIT);
        assertThat(figures.uncounted()).isZero();
    }
}
