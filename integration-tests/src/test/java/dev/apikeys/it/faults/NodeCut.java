package dev.apikeys.it.faults;

import dev.apikeys.server.KeycloakCluster;
import dev.apikeys.server.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rules of the firewall that drop what the nodes tell each other, and nothing else. */
final class NodeCut implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1\\]?:(\\d+)");

    private final String ports;

    private NodeCut(String ports) {
        this.ports = ports;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "mend-network"));
    }

    static boolean isPossible() {
        return Command.succeeds("iptables", "-L", "INPUT", "-n") && Command.succeeds("ss", "-V");
    }

    /** All ports that the nodes listen on, without those for callers and operators. */
    static NodeCut between(KeycloakCluster cluster) throws IOException {
        List<String> ports = new ArrayList<>();
        for (KeycloakServer node : cluster.nodes()) {
            List<String> others = List.of(port(URI.create(node.url())), port(node.managementUrl()));
            Command.output("ss", "-Hltnp")
                    .lines()
                    .filter(line -> line.contains("pid=" + node.jvm().pid() + ","))
                    .flatMap(line -> PORT.matcher(line).results().limit(1))
                    .map(match -> match.group(1))
                    .filter(port -> !others.contains(port))
                    .forEach(ports::add);
        }
        return new NodeCut(String.join(",", ports));
    }

    void begin() {
        for (String side : List.of("--dports", "--sports")) {
            if (!Command.succeeds(rule("-I", side))) {
                throw new IllegalStateException("iptables refuses " + String.join(" ", rule("-I", side)));
            }
        }
    }

    /** Mends it, also when it is whole. */
    @Override
    public void close() {
        for (String side : List.of("--dports", "--sports")) {
            while (Command.succeeds(rule("-D", side))) {
                // once for each time that the rule was made
            }
        }
    }

    private String[] rule(String action, String side) {
        return new String[] {
            "iptables", action, "INPUT", "-i", "lo", "-p", "tcp", "-m", "multiport", side, ports, "-j", "DROP"
        };
    }

    private static String port(URI address) {
        return Integer.toString(address.getPort());
    }
}
