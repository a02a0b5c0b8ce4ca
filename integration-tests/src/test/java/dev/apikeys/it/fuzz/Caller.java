package dev.apikeys.it.fuzz;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one request after the other, over the same connection as long as both sides agree where a request ends. */
final class Caller implements AutoCloseable {

    private final URI server;
    private @Nullable Connection connection;

    Caller(URI server) {
        this.server = server;
    }

    /** The answer; empty when the server hangs up without one. */
    Optional<HttpAnswer> send(Draft draft) throws IOException {
        byte[] request = Wire.request(draft, server.getAuthority());
        boolean hasBody = !draft.method.equals("HEAD");
        boolean used = connection != null;
        Optional<HttpAnswer> answer = connection().exchange(request, hasBody, draft.framing.patience());
        if (answer.isEmpty() && used) {
            // it may have hung up before, on account of the request before
            close();
            answer = connection().exchange(request, hasBody, draft.framing.patience());
        }
        if (answer.isEmpty() || !answer.get().keepsConnection() || !draft.framing.isSound()) {
            close();
        }
        return answer;
    }

    private Connection connection() throws IOException {
        Connection open = connection == null ? new Connection(server.getPort()) : connection;
        connection = open;
        return open;
    }

    @Override
    public void close() throws IOException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
