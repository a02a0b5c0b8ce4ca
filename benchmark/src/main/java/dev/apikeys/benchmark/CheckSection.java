package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Result;
import dev.apikeys.benchmark.load.Variant;
import dev.apikeys.benchmark.report.Findings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The check endpoint on one node, beside nothing at all and beside the parts of it that Keycloak lays down. */
record CheckSection(Lab lab) {

    private static final String NAME = Section.CHECK.code();
    private static final String HEAP = "-Xms512m -Xmx2g";
    private static final int KEYS = 1_000;

    private static final String CEILING = "empty resource (ceiling)";
    private static final String OFF = "check, limits off";
    private static final String TOKEN = "check with token=true, limits off";

    /** The status says all. */
    private static final String NO_BODY = "";

    void run() throws IOException, InterruptedException, SQLException {
        try (Stage stage = Stage.open(lab, NAME, 1, HEAP)) {
            lab.findings().add(stage.interleaved().run(NAME, variants(stage)));
        }
        targets(lab.findings());
    }

    private List<Variant> variants(Stage stage) throws IOException, InterruptedException, SQLException {
        BenchRealm off = stage.realm(Limits.OFF.realm, Limits.OFF, KEYS);
        BenchRealm on = stage.realm(Limits.KEY.realm, Limits.KEY, KEYS);
        int connections = lab.settings().connections();
        return List.of(
                stage.variant(CEILING, off.ceiling(""), "ok", connections),
                stage.variant("empty, with the check's header fields", off.ceiling("/fields"), NO_BODY, connections),
                stage.variant(
                        "empty, with Keycloak's client authentication",
                        off.ceiling("/authenticated"),
                        "ok",
                        connections),
                stage.variant(OFF, off.check(""), NO_BODY, connections),
                stage.variant("check, limits on", on.check(""), NO_BODY, connections),
                stage.variant(TOKEN, off.check("?token=true"), NO_BODY, connections),
                stage.introspecting("introspection, limits off", off.anyKey()));
    }

    private static void targets(Findings findings) {
        Result ceiling = findings.result(NAME, CEILING);
        findings.atLeast(0.8, "check, limits off ÷ empty resource", findings.result(NAME, OFF), ceiling);
        findings.atLeast(0.6, "check with token=true ÷ empty resource", findings.result(NAME, TOKEN), ceiling);
    }
}
