package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Result;
import dev.apikeys.benchmark.load.Variant;
import dev.apikeys.benchmark.report.Findings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Keys beside stock tokens and beside nothing at all, on one node or on two. */
record NodesSection(Lab lab, String name, int nodes) {

    private static final String HEAP = "-Xms512m -Xmx2g";
    private static final int KEYS = 1_000;

    /** No machine that this is run on answers more cold keys in a second. */
    private static final int MOST_COLD_PER_SECOND = 8_000;

    private static final String CLIENT_TOKEN = "stock, client_credentials token";
    private static final String PASSWORD_TOKEN = "stock, password-grant token";
    private static final String OFF = "key, limits off";
    private static final String ON = "key, limits on";
    private static final String CEILING = "empty resource (ceiling)";

    void run() throws IOException, InterruptedException, SQLException {
        try (Stage stage = Stage.open(lab, name, nodes, HEAP)) {
            lab.findings().add(stage.interleaved().run(name, variants(stage)));
        }
        targets(lab.findings());
    }

    private List<Variant> variants(Stage stage) throws IOException, InterruptedException, SQLException {
        BenchRealm off = stage.realm(Limits.OFF.realm, Limits.OFF, KEYS);
        BenchRealm on = stage.realm(Limits.KEY.realm, Limits.KEY, KEYS);
        BenchRealm all = stage.realm(Limits.ALL.realm, Limits.ALL, KEYS);
        Settings settings = lab.settings();
        int rounds = settings.warmUps() + settings.repeats();
        int coldPerRound = MOST_COLD_PER_SECOND * (int) settings.duration().toSeconds();
        BenchRealm cold = stage.realm("cold", Limits.OFF, coldPerRound * rounds);
        return List.of(
                stage.introspecting(CLIENT_TOKEN, off.clientCredentialsTokens()),
                stage.introspecting(PASSWORD_TOKEN, off.passwordTokens()),
                stage.introspecting(OFF, off.anyKey()),
                stage.introspecting(ON, on.anyKey()),
                stage.introspecting("key, limits on: key, client and realm", all.anyKey()),
                stage.introspecting("one hot key, limits off", off.oneKey()),
                stage.introspecting("one hot key, limits on", on.oneKey()),
                stage.introspecting("key never asked before", cold.eachKeyOnce(coldPerRound / settings.connections())),
                stage.variant(CEILING, off.ceiling(""), "ok", settings.connections()));
    }

    private void targets(Findings findings) {
        Result off = findings.result(name, OFF);
        Result on = findings.result(name, ON);
        if (nodes == 1) {
            findings.atLeast(
                    4.5, "key, limits off ÷ client_credentials token", off, findings.result(name, CLIENT_TOKEN));
            findings.atLeast(2.2, "key, limits off ÷ password-grant token", off, findings.result(name, PASSWORD_TOKEN));
            findings.atLeast(0.8, "limits on ÷ limits off, one node", on, off);
        } else {
            findings.atLeast(0.5, "limits on ÷ limits off, two nodes", on, off);
        }
    }
}
