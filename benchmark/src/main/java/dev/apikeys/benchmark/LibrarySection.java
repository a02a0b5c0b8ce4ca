package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Result;
import dev.apikeys.benchmark.load.Spread;
import dev.apikeys.benchmark.load.Variant;
import dev.apikeys.server.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * How much longer a call of an API takes with the resource-server library than without, beyond the introspection itself:
 * one call at a time of the demo API, with a key and without need of one, and the bare introspection beside them.
 */
record LibrarySection(Lab lab) {

    private static final String NAME = Section.LIBRARY.code();
    private static final String HEAP = "-Xms512m -Xmx2g";
    private static final int KEYS = 1_000;
    private static final String READY = "Demo API listening on ";
    private static final String UNPROTECTED = "demo API, no key needed";
    private static final String PROTECTED = "demo API, with a key";
    private static final String INTROSPECTION = "introspection of a key";
    private static final double TARGET_MILLIS = 0.3;
    private static final double MILLIS_PER_SECOND = 1_000;

    void run() throws IOException, InterruptedException, SQLException {
        try (Stage stage = Stage.open(lab, NAME, 1, HEAP)) {
            BenchRealm realm = stage.realm(Limits.OFF.realm, Limits.OFF, KEYS);
            Map<String, String> environment = Map.of(
                    "API_PORT",
                    "0",
                    "KEYCLOAK_ISSUER",
                    stage.url() + "/realms/" + realm.name(),
                    "CLIENT_ID",
                    RealmFile.RESOURCE_SERVER,
                    "CLIENT_SECRET",
                    RealmFile.RESOURCE_SERVER_SECRET);
            try (JavaProcess api = JavaProcess.start("demo-api", lab.settings().demoApi(), environment)) {
                String line = api.await(READY);
                URI url = URI.create(line.substring(line.indexOf(READY) + READY.length()));
                lab.findings().add(stage.interleaved().run(NAME, variants(stage, realm, url)));
            }
        }
        lab.findings().atMost(TARGET_MILLIS, "ms that the library adds to a call beyond the introspection", added());
    }

    private static List<Variant> variants(Stage stage, BenchRealm realm, URI api) {
        return List.of(
                new Variant(UNPROTECTED, List.of(api), realm.path("/health"), "UP", 1),
                new Variant(PROTECTED, List.of(api), realm.withKey("/calls"), "calls", 1),
                stage.variant(INTROSPECTION, realm.anyKey(), "\"active\":true", 1));
    }

    private Spread added() {
        Result unprotected = lab.findings().result(NAME, UNPROTECTED);
        Result asked = lab.findings().result(NAME, PROTECTED);
        Result introspection = lab.findings().result(NAME, INTROSPECTION);
        double[] added = new double[asked.runs().size()];
        for (int i = 0; i < added.length; i++) {
            added[i] = millis(asked, i) - millis(unprotected, i) - millis(introspection, i);
        }
        return Spread.of(added);
    }

    /** One call at a time: what it takes on average. */
    private static double millis(Result result, int repeat) {
        return MILLIS_PER_SECOND / result.runs().get(repeat).requestsPerSecond();
    }
}
