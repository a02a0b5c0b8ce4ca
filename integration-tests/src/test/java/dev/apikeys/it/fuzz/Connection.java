package dev.apikeys.it.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One connection to the server on loopback, for bytes that no HTTP client would send. */
final class Connection implements AutoCloseable {

    /** Who waits longer is said to wait for ever. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int SWITCH_TO_FINAL = 200;

    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The answer; empty when the server hangs up without one. */
    Optional<HttpAnswer> exchange(byte[] request, boolean hasBody, Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        try {
            socket.getOutputStream().write(request);
        } catch (IOException e) {
            // the server may have answered before it had read all
            return read(hasBody);
        }
        return read(hasBody);
    }

    private Optional<HttpAnswer> read(boolean hasBody) throws IOException {
        try {
            int status;
            Map<String, String> headers;
            do {
                String line = line();
                if (line.isEmpty()) {
                    return Optional.empty();
                }
                status = Integer.parseInt(line.split(" ", 3)[1]);
                headers = headers();
            } while (status < SWITCH_TO_FINAL);
            boolean empty = !hasBody || status == 204 || status == 304;
            return Optional.of(
                    new HttpAnswer(status, headers, empty ? "" : new String(body(headers), StandardCharsets.UTF_8)));
        } catch (EOFException | SocketException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (some, more) -> some + ", " + more);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = size(); size > 0; size = size()) {
                body.write(exactly(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
