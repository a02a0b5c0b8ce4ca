package dev.apikeys.server;

import java.util.ArrayList;
import java.util.List;

/** Nodes on one database that form a cluster on loopback; tokens of one are good at the others. */
public final class KeycloakCluster implements AutoCloseable {

    private final List<KeycloakServer> nodes;

    private KeycloakCluster(List<KeycloakServer> nodes) {
        this.nodes = nodes;
    }

    /** Returns when all nodes are ready; the first one makes the tables. */
    public static KeycloakCluster start(ServerOptions options, int size) {
        List<KeycloakServer> nodes = new ArrayList<>();
        KeycloakCluster cluster = new KeycloakCluster(nodes);
        try {
            String issuer = "http://127.0.0.1:" + LoopbackPorts.free();
            for (int i = 0; i < size; i++) {
                nodes.add(KeycloakServer.start(node(options, issuer, i)));
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    public KeycloakServer node(int index) {
        return nodes.get(index);
    }

    public List<KeycloakServer> nodes() {
        return List.copyOf(nodes);
    }

    @Override
    public void close() {
        nodes.forEach(KeycloakServer::close);
    }

    /** The issuer must be the same on all nodes, wherever they listen. */
    private static ServerOptions node(ServerOptions options, String issuer, int index) {
        return options.withName(options.name() + "-" + (char) ('a' + index))
                .withStartOption("cache", "ispn")
                .withStartOption("hostname", issuer)
                .withStartOption("hostname-backchannel-dynamic", "false")
                .withStartOption("cache-embedded-network-bind-address", "127.0.0.1")
                .withStartOption("cache-embedded-network-bind-port", Integer.toString(LoopbackPorts.free()));
    }
}
