package dev.apikeys.keycloak.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.usage.HourlyCalls;
import dev.apikeys.core.usage.KeyUsage;
import dev.apikeys.keycloak.store.KeyOutcomes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomesByKeyTest {

    private static final Instant HOUR = Instant.parse("2026-11-21T05:00:00Z");

    private static ReportedOutcome entry(String keyId, String name, long count, Instant at) {
        return new ReportedOutcome("", keyId, name, count, at);
    }

    private static KeyOutcomes outcomes(String keyId, Instant lastAt, HourlyCalls... counts) {
        return new KeyOutcomes(new KeyUsage(keyId, List.of(counts), Optional.empty()), lastAt);
    }

    @Test
    void entriesAddUpByKeyHourAndOutcomeInTheOrderOfAllNodes() {
        assertThat(OutcomesByKey.of(List.of(
                        entry("b", "sent", 1, HOUR),
                        entry("a", "sent", 2, HOUR.plusSeconds(60)),
                        entry("a", "read", 3, HOUR.plusSeconds(30)),
                        entry("a", "sent", 4, HOUR.plusSeconds(10)),
                        entry("a", "sent", 5, HOUR.minusSeconds(1)))))
                .containsExactly(
                        outcomes(
                                "a",
                                HOUR.plusSeconds(60),
                                new HourlyCalls(HOUR.minusSeconds(3600), ":sent", 5),
                                new HourlyCalls(HOUR, ":read", 3),
                                new HourlyCalls(HOUR, ":sent", 6)),
                        outcomes("b", HOUR, new HourlyCalls(HOUR, ":sent", 1)));
    }

    @Test
    void theLastOneIsTheLatestWhereverItStands() {
        List<ReportedOutcome> report = List.of(
                entry("a", "sent", 1, HOUR.plusMillis(1)),
                entry("a", "read", 1, HOUR.plusMillis(2)),
                entry("a", "sent", 1, HOUR));

        assertThat(OutcomesByKey.of(report)).extracting(KeyOutcomes::lastAt).containsExactly(HOUR.plusMillis(2));
    }
}
