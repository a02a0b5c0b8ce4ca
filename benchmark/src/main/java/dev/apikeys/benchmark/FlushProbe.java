package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Spread;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;

/** How long a node takes to write down the usage of many keys, as its own metric says. */
record FlushProbe(Lab lab, Stage stage) {

    private static final int KEYS = 10_000;
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String FLUSH = "keycloak_api_keys_usage_flush_seconds_";

    void run() throws IOException, InterruptedException, SQLException {
        BenchRealm realm = stage.realm("flushed", Limits.OFF, KEYS);
        double[] seconds = new double[lab.settings().repeats()];
        for (int i = 0; i < seconds.length; i++) {
            lab.progress().say("flush: repeat %d of %d".formatted(i + 1, seconds.length));
            awaitTurns(1);
            double before = metric("sum");
            stage.bench().measure(ScaleSection.firstPass(stage, realm), AT_MOST);
            awaitTurns(2);
            seconds[i] = metric("sum") - before;
        }
        lab.findings().atMost(1, "seconds to write down the usage of 10,000 keys", Spread.of(seconds));
    }

    /** One turn may have begun before the last call: the second has the rest. */
    private void awaitTurns(int turns) throws IOException, InterruptedException {
        double wanted = metric("count") + turns;
        while (metric("count") < wanted) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private double metric(String suffix) throws IOException, InterruptedException {
        String name = FLUSH + suffix;
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(stage.metrics()).build(), BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new IOException("There is no metric " + name));
    }
}
