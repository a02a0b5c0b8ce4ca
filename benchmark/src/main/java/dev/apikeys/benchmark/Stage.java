package dev.apikeys.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apikeys.benchmark.keys.KeyLoader;
import dev.apikeys.benchmark.keys.KeyPool;
import dev.apikeys.benchmark.keys.UsageLoader;
import dev.apikeys.benchmark.load.Bench;
import dev.apikeys.benchmark.load.CpuMeter;
import dev.apikeys.benchmark.load.Interleaved;
import dev.apikeys.benchmark.load.Requests;
import dev.apikeys.benchmark.load.Variant;
import dev.apikeys.server.Database.PostgreSql;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Keycloak nodes on a database of their own, and the meters beside them. */
final class Stage implements AutoCloseable {

    private static final String ACTIVE = "\"active\":true";

    private final Lab lab;
    private final KeycloakCluster cluster;
    private final AdminApi api;
    private final KeyLoader loader;
    private final UsageLoader usage;
    private final Bench bench;

    private Stage(Lab lab, KeycloakCluster cluster, AdminApi api, PostgreSql database, Bench bench) {
        this.lab = lab;
        this.cluster = cluster;
        this.api = api;
        this.loader = new KeyLoader(database);
        this.usage = new UsageLoader(database);
        this.bench = bench;
    }

    static Stage open(Lab lab, String name, int nodes, String heap) throws IOException, InterruptedException {
        return open(lab, name, nodes, heap, options -> options);
    }

    /** With other options than production has. */
    static Stage open(Lab lab, String name, int nodes, String heap, UnaryOperator<ServerOptions> with)
            throws IOException, InterruptedException {
        lab.progress().say("%s: starting Keycloak, nodes: %d".formatted(name, nodes));
        PostgreSql database = lab.postgres().createDatabase(name);
        ServerOptions options = with.apply(Servers.options(lab.settings(), name, database, heap));
        KeycloakCluster cluster = KeycloakCluster.start(options, nodes);
        try {
            AdminApi api = new AdminApi(cluster.node(0).url());
            api.send("PUT", "/master", RealmFile.lastTenHours(JsonNodeFactory.instance.objectNode()));
            CpuMeter servers = CpuMeter.of(
                    cluster.nodes().stream().map(KeycloakServer::jvm).toList());
            CpuMeter postgres = CpuMeter.ofFamily(lab.postgres().pid());
            return new Stage(lab, cluster, api, database, new Bench(servers, postgres));
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Makes a realm with so many keys. */
    BenchRealm realm(String name, Limits limits, int keys) throws IOException, InterruptedException, SQLException {
        KeyPool pool = KeyPool.of(keys, name.hashCode());
        Progress.Bar bar = lab.progress().bar("keys of realm " + name, keys);
        loader.load(new RealmMaker(api).make(name, limits), pool, name.hashCode(), bar::at);
        return new BenchRealm(name, pool, api);
    }

    /** Introspection that must find the token or key active. */
    Variant introspecting(String name, Requests requests) {
        return new Variant(name, servers(), requests, ACTIVE, lab.settings().connections());
    }

    Variant variant(String name, Requests requests, String expected, int connections) {
        return new Variant(name, servers(), requests, expected, connections);
    }

    Bench bench() {
        return bench;
    }

    Interleaved interleaved() {
        return interleaved(bench);
    }

    /** Measures variants of this stage and the other one; the CPU is that of both, of which one is idle. */
    Interleaved interleavedWith(Stage other) {
        return interleaved(bench.with(other.bench));
    }

    private Interleaved interleaved(Bench bench) {
        Settings settings = lab.settings();
        return new Interleaved(bench, settings.duration(), settings.warmUps(), settings.repeats(), lab.progress()::say);
    }

    KeyLoader database() {
        return loader;
    }

    UsageLoader usage() {
        return usage;
    }

    /** Keycloak's address. */
    String url() {
        return cluster.node(0).url();
    }

    /** Keycloak's metrics. */
    URI metrics() {
        return cluster.node(0).managementUrl().resolve("/metrics");
    }

    long jvm() {
        return cluster.node(0).jvm().pid();
    }

    @Override
    public void close() {
        cluster.close();
    }

    /** The meter of everything that is being measured. */
    CpuMeter ours() {
        return bench.all();
    }

    List<Long> jvms() {
        return cluster.nodes().stream().map(node -> node.jvm().pid()).toList();
    }

    List<URI> servers() {
        return cluster.nodes().stream().map(node -> URI.create(node.url())).toList();
    }
}
