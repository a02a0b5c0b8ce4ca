package dev.apikeys.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apikeys.benchmark.keys.KeyLoader;
import dev.apikeys.benchmark.keys.KeyPool;
import dev.apikeys.benchmark.load.Bench;
import dev.apikeys.benchmark.load.CpuMeter;
import dev.apikeys.benchmark.load.Interleaved;
import dev.apikeys.benchmark.load.Requests;
import dev.apikeys.benchmark.load.Variant;
import dev.apikeys.server.Database.PostgreSql;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;

/** Keycloak nodes on a database of their own, and the meters beside them. */
final class Stage implements AutoCloseable {

    private static final String ACTIVE = "\"active\":true";

    private final Lab lab;
    private final KeycloakCluster cluster;
    private final AdminApi api;
    private final KeyLoader loader;
    private final Bench bench;

    private Stage(Lab lab, KeycloakCluster cluster, AdminApi api, KeyLoader loader, Bench bench) {
        this.lab = lab;
        this.cluster = cluster;
        this.api = api;
        this.loader = loader;
        this.bench = bench;
    }

    static Stage open(Lab lab, String name, int nodes, String heap) throws IOException, InterruptedException {
        lab.progress().say("%s: starting Keycloak, nodes: %d".formatted(name, nodes));
        PostgreSql database = lab.postgres().createDatabase(name);
        KeycloakCluster cluster = KeycloakCluster.start(Servers.options(lab.settings(), name, database, heap), nodes);
        try {
            AdminApi api = new AdminApi(cluster.node(0).url());
            api.send("PUT", "/master", RealmFile.lastTenHours(JsonNodeFactory.instance.objectNode()));
            CpuMeter servers = CpuMeter.of(
                    cluster.nodes().stream().map(KeycloakServer::jvm).toList());
            CpuMeter postgres = CpuMeter.ofFamily(lab.postgres().pid());
            return new Stage(lab, cluster, api, new KeyLoader(database), new Bench(servers, postgres));
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
        Settings settings = lab.settings();
        return new Interleaved(bench, settings.duration(), settings.warmUps(), settings.repeats(), lab.progress()::say);
    }

    KeyLoader database() {
        return loader;
    }

    /** Keycloak's address. */
    String url() {
        return cluster.node(0).url();
    }

    long jvm() {
        return cluster.node(0).jvm().pid();
    }

    @Override
    public void close() {
        cluster.close();
    }

    private List<URI> servers() {
        return cluster.nodes().stream().map(node -> URI.create(node.url())).toList();
    }
}
