package dev.apikeys.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that takes connections and never says anything, until it is closed. */
public final class SilentServer implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public SilentServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                connections.add(server.accept());
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    /** What a realm has to say to send its e-mails here, and to wait a minute for an answer. */
    public Map<String, String> settings() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(server.getLocalPort()),
                "from",
                "keycloak@example.com",
                "timeout",
                "60000");
    }

    /** How many still wait for an answer. */
    public long waiting() {
        return connections.stream().filter(SilentServer::isOpen).count();
    }

    private static boolean isOpen(Socket connection) {
        try {
            connection.setSoTimeout(1);
            return connection.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
