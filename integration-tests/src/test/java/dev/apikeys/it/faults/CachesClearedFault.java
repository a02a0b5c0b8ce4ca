package dev.apikeys.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.faults.Trial.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An administrator clears all caches that Keycloak lets administrators clear, on either node, again and again. */
class CachesClearedFault {

    private static final int ROUNDS = 20;

    @Test
    void nobodyNotices() throws Exception {
        Trial trial = new Trial("caches cleared, %d times on each node".formatted(ROUNDS));
        Figures figures = trial.of(new Fault() {
            @Override
            public void begin() {
                for (int round = 0; round < ROUNDS; round++) {
                    for (Caller node : trial.callers()) {
                        for (String cache : List.of("realm", "user", "keys")) {
                            assertThat(node.post("/clear-" + cache + "-cache")).isTrue();
                        }
                    }
                }
            }

            @Override
            public void mend() {}
        });

        figures.assertNobodyNoticed();
    }
}
