package dev.apikeys.it.faults;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two nodes that things happen to; they start when the first test asks for them and end with the JVM. */
final class FaultCluster {

    private static final int HOURS = 36_000;

    private FaultCluster() {}

    static KeycloakCluster nodes() {
        return Holder.NODES;
    }

    static PostgresServer postgres() {
        return Holder.POSTGRES;
    }

    /** The disk of the nodes' log files, where this process may mount one. */
    static Optional<SmallDisk> logDisk() {
        return Holder.LOG_DISK;
    }

    /** A new copy of the demo realm in which clients may have many keys. */
    static TestRealm newRealm() {
        TestRealm realm = TestRealm.onServer(nodes().node(0), "demo-realm.json");
        realm.admin()
                .body(Map.of(
                        "accessTokenLifespan", HOURS, "ssoSessionIdleTimeout", HOURS, "ssoSessionMaxLifespan", HOURS))
                .put(nodes().node(0).url() + "/admin/realms/master")
                .then()
                .statusCode(204);
        realm.importNow();
        Keys.allowMany(realm);
        return realm;
    }

    /** Somebody at each node, with a token that outlives every fault. */
    static List<Caller> callers(TestRealm realm) {
        String token = TestRealm.onServer(nodes().node(0), "demo-realm.json").adminToken();
        return nodes().nodes().stream()
                .map(node -> new Caller(node.url(), realm.name(), token))
                .toList();
    }

    private static KeycloakCluster start() {
        ServerOptions options = ServerOptions.named("it-faults").withDatabase(Holder.POSTGRES.createDatabase("faults"));
        if (Holder.LOG_DISK.isPresent()) {
            options = options.withStartOption("log", "console,file")
                    .withStartOption(
                            "log-file",
                            Holder.LOG_DISK.get().path().resolve("keycloak.log").toString());
        }
        return KeycloakCluster.start(options, 2);
    }

    private static final class Holder {

        static final PostgresServer POSTGRES = PostgresServer.startDurable();
        static final Optional<SmallDisk> LOG_DISK = SmallDisk.mount("log-disk");
        static final KeycloakCluster NODES = start();
    }
}
