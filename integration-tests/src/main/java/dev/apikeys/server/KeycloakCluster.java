package dev.apikeys.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Nodes on one database that form a cluster on loopback; tokens of one are good at the others. */
public final class KeycloakCluster implements AutoCloseable {

    private final List<KeycloakServer> nodes;
    private final List<ServerOptions> options;

    private KeycloakCluster(List<KeycloakServer> nodes, List<ServerOptions> options) {
        this.nodes = nodes;
        this.options = options;
    }

    /** Returns when all nodes are ready; the first one makes the tables. */
    public static KeycloakCluster start(ServerOptions options, int size) {
        List<KeycloakServer> nodes = new ArrayList<>();
        List<ServerOptions> ofNodes = new ArrayList<>();
        KeycloakCluster cluster = new KeycloakCluster(nodes, ofNodes);
        try {
            String issuer = "http://127.0.0.1:" + LoopbackPorts.free();
            for (int i = 0; i < size; i++) {
                ofNodes.add(node(options, issuer, i));
                nodes.add(KeycloakServer.start(ofNodes.get(i)));
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

    /** Starts a node that was killed again, at the address that it had; returns when it is ready. */
    public void startAgain(int index) {
        int port = URI.create(nodes.get(index).url()).getPort();
        nodes.get(index).close();
        nodes.set(
                index,
                KeycloakServer.start(
                        options.get(index).keepingData().withStartOption("http-port", Integer.toString(port))));
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
