package dev.apikeys.resourceserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does on request what a real Keycloak cannot be made to do: each connection has one request and one fate. */
final class ScriptedServer implements AutoCloseable {

    /** What happens to a connection after its request was read. */
    record Fate(String answer, boolean resetAfterwards, boolean hang) {

        static final Fate RESET = new Fate("", true, false);
        static final Fate SILENCE = new Fate("", false, true);

        static Fate answer(int status, String body) {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            return raw(
                    "HTTP/1.1 " + status + " X\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n" + body);
        }

        static Fate raw(String text) {
            return new Fate(text, false, false);
        }

        Fate thenSilence() {
            return new Fate(answer, false, true);
        }
    }

    private final ServerSocket socket;
    private final Queue<Fate> fates = new ConcurrentLinkedQueue<>();
    private final List<Socket> hanging = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    ScriptedServer(Fate... fates) throws IOException {
        this.fates.addAll(List.of(fates));
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/introspect");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                handle(socket.accept());
            } catch (IOException e) {
                // the test has closed the server, or the client its connection
            }
        }
    }

    private void handle(Socket connection) throws IOException {
        requests.add(read(new BufferedInputStream(connection.getInputStream())));
        Fate fate = fates.poll();
        if (fate == null) {
            connection.close();
            return;
        }
        connection.getOutputStream().write(fate.answer().getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
        if (fate.hang()) {
            hanging.add(connection);
            return;
        }
        if (fate.resetAfterwards()) {
            connection.setSoLinger(true, 0);
        }
        connection.close();
    }

    private static String read(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        String lengthLine = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .findFirst()
                .orElse("content-length: 0");
        int length = Integer.parseInt(
                lengthLine.substring(lengthLine.indexOf(':') + 1).strip());
        return head + new String(input.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : hanging) {
            connection.close();
        }
    }
}
