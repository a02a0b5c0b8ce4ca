package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Spread;
import dev.apikeys.server.Database.PostgreSql;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.ServerOptions;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much longer Keycloak takes to start with the jar, on a database that has its tables already. */
record StartSection(Lab lab) {

    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");
    private static final String HEAP = "-Xms512m -Xmx2g";
    private static final double TARGET_SECONDS = 0.5;

    void run() throws IOException {
        PostgreSql database = lab.postgres().createDatabase("start");
        ServerOptions with = Servers.options(lab.settings(), "start-with", database, HEAP);
        ServerOptions without =
                Servers.options(lab.settings(), "start-without", database, HEAP).withoutProvider();
        lab.progress().say("start: making the tables");
        seconds(with);
        seconds(without);
        int repeats = lab.settings().repeats();
        double[] difference = new double[repeats];
        double[] withJar = new double[repeats];
        double[] withoutJar = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            lab.progress().say("start: repeat %d of %d".formatted(i + 1, repeats));
            withJar[i] = seconds(with);
            withoutJar[i] = seconds(without);
            difference[i] = withJar[i] - withoutJar[i];
        }
        fact("start with the jar", Spread.of(withJar));
        fact("start without the jar", Spread.of(withoutJar));
        lab.findings().atMost(TARGET_SECONDS, "seconds that the jar adds to Keycloak's start", Spread.of(difference));
    }

    private void fact(String name, Spread seconds) {
        lab.findings().fact(name, "%.2f s (%.2f to %.2f)".formatted(seconds.median(), seconds.min(), seconds.max()));
    }

    /** As Keycloak itself counts. */
    private static double seconds(ServerOptions options) throws IOException {
        try (KeycloakCluster cluster = KeycloakCluster.start(options, 1)) {
            Matcher started = STARTED.matcher(cluster.node(0).log());
            if (!started.find()) {
                throw new IOException("Keycloak's log does not say how long it took to start");
            }
            return Double.parseDouble(started.group(1));
        }
    }
}
