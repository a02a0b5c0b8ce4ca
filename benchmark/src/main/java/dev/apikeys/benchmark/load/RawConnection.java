package dev.apikeys.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One keep-alive HTTP/1.1 connection that sends ready-made bytes and reads no more of an answer than it must. */
public final class RawConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final byte[] CLOSES = "onnection: close".getBytes(StandardCharsets.US_ASCII);

    private final URI server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private byte[] buffer = new byte[32 * 1024];
    private int filled;

    /** Connects at once. */
    public RawConnection(URI server) throws IOException {
        this.server = server;
        socket = connected(server);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    private static Socket connected(URI server) throws IOException {
        Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** The answer, which is good until the next exchange. */
    public Answer exchange(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        ResponseHead head = ResponseHead.read(buffer, endOfHead());
        Answer answer = head.chunked() ? chunked(head) : sized(head);
        if (Ascii.contains(buffer, 0, head.end(), CLOSES)) {
            reconnect();
        }
        return answer;
    }

    /** Some servers end a connection after so many answers. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connected(server);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Answer sized(ResponseHead head) throws IOException {
        int end = head.end() + head.length();
        require(end);
        return new Answer(head.status(), buffer, head.end(), end);
    }

    /** Moves the chunks together, so that what spans two of them is found too. */
    private Answer chunked(ResponseHead head) throws IOException {
        int bodyEnd = head.end();
        int at = head.end();
        while (true) {
            int lineEnd = endOfLine(at);
            int size = Ascii.hex(buffer, at, lineEnd);
            int next = lineEnd + 2 + size + 2;
            require(next);
            System.arraycopy(buffer, lineEnd + 2, buffer, bodyEnd, size);
            bodyEnd += size;
            at = next;
            if (size == 0) {
                return new Answer(head.status(), buffer, head.end(), bodyEnd);
            }
        }
    }

    private int endOfHead() throws IOException {
        for (int at = 0; ; at++) {
            require(at + 4);
            if (buffer[at] == '\r' && buffer[at + 2] == '\r' && buffer[at + 1] == '\n' && buffer[at + 3] == '\n') {
                return at + 4;
            }
        }
    }

    private int endOfLine(int from) throws IOException {
        for (int at = from; ; at++) {
            require(at + 2);
            if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
                return at;
            }
        }
    }

    private void require(int bytes) throws IOException {
        while (filled < bytes) {
            if (bytes > buffer.length || filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(bytes, 2 * buffer.length));
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                throw new EOFException("The server closed a connection in the middle of an answer");
            }
            filled += read;
        }
    }
}
