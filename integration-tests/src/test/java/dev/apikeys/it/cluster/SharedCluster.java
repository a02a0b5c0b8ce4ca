package dev.apikeys.it.cluster;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.Database;
import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.sql.Connection;
import java.sql.SQLException;

/** The two nodes of this JVM; they start when the first test asks for them and end with the JVM. */
final class SharedCluster {

    private SharedCluster() {}

    static KeycloakCluster nodes() {
        return Holder.NODES;
    }

    /** A new copy of the demo realm in which clients may have many keys, as the first node sees it. */
    static TestRealm newRealm() {
        TestRealm realm = TestRealm.onServer(nodes().node(0), "demo-realm.json");
        realm.importNow();
        Keys.allowMany(realm);
        return realm;
    }

    /** The database of both, for what nobody can do over REST. */
    static Connection database() throws SQLException {
        return Holder.DATABASE.connect();
    }

    private static final class Holder {

        static final Database.PostgreSql DATABASE = PostgresServer.start().createDatabase("cluster");
        static final KeycloakCluster NODES = KeycloakCluster.start(
                ServerOptions.named("it-cluster")
                        .withDatabase(DATABASE)
                        .withStartOption("spi-api-keys-notice--mail--interval", "1"),
                2);
    }
}
