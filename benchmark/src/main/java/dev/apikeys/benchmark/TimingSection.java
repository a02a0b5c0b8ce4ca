package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Variant;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** How long a lone question takes for each kind of key that is refused: what a clock tells those who guess. */
record TimingSection(Lab lab) {

    private static final String HEAP = "-Xms512m -Xmx2g";
    private static final int KEYS = 1_000;
    private static final int ONE_AT_A_TIME = 1;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private static final String NOT_ACTIVE = "\"active\":false";

    void run() throws IOException, InterruptedException, SQLException {
        try (Stage stage = Stage.open(lab, Section.TIMING.code(), 1, HEAP)) {
            BenchRealm good = stage.realm("good", Limits.OFF, KEYS);
            BenchRealm revoked = stage.realm("revoked", Limits.OFF, KEYS);
            stage.database().revokeAll(revoked.id());
            BenchRealm expired = stage.realm("expired", Limits.OFF, KEYS);
            stage.database().expireAll(expired.id());
            lab.findings()
                    .add(stage.interleaved()
                            .run(
                                    "timing of introspection",
                                    variants(stage, Refused.introspections(), good, revoked, expired)));
            lab.findings()
                    .add(stage.interleaved()
                            .run(
                                    "timing of checks",
                                    variants(stage, Refused.checks(), good, revoked, expired).stream()
                                            .map(TimingSection::asCheck)
                                            .toList()));
        }
    }

    private static List<Variant> variants(
            Stage stage, Refused door, BenchRealm good, BenchRealm revoked, BenchRealm expired) {
        return List.of(
                stage.variant("good", door.keysOf(good), "\"active\":true", ONE_AT_A_TIME),
                stage.variant("malformed", door.noKey(good), NOT_ACTIVE, ONE_AT_A_TIME),
                stage.variant("wrong checksum", door.wrongChecksum(good), NOT_ACTIVE, ONE_AT_A_TIME),
                stage.variant("unknown, each for the first time", door.guesses(good), NOT_ACTIVE, ONE_AT_A_TIME),
                stage.variant("unknown, asked before", door.repeatedGuesses(good), NOT_ACTIVE, ONE_AT_A_TIME),
                stage.variant("revoked", door.keysOf(revoked), NOT_ACTIVE, ONE_AT_A_TIME),
                stage.variant("expired", door.keysOf(expired), NOT_ACTIVE, ONE_AT_A_TIME),
                stage.variant("not in its audience", door.foreignKeysOf(good), NOT_ACTIVE, ONE_AT_A_TIME));
    }

    /** There, the status says it. */
    private static Variant asCheck(Variant introspection) {
        int status =
                switch (introspection.name()) {
                    case "good" -> 200;
                    case "not in its audience" -> FORBIDDEN;
                    default -> UNAUTHORIZED;
                };
        return introspection.expecting(status, "");
    }
}
