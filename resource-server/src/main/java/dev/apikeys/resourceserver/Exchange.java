package dev.apikeys.resourceserver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/**
 * One request and its whole answer within a time. A connection that breaks before the head of an answer is there, as a
 * pooled one does whose other end has just closed it, is tried once more.
 */
final class Exchange {

    private final HttpClient http;
    private final HttpRequest request;
    private final HttpRequest again;
    private final long deadline;

    /**
     * @param request has the same time limit
     * @param again what the second attempt sends
     * @param time for everything together: connection, answer with its body, second attempt
     */
    Exchange(HttpClient http, HttpRequest request, HttpRequest again, Duration time) {
        this.http = http;
        this.request = request;
        this.again = again;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    /** Fails with a message that says what happened and nothing of what was sent. */
    HttpResponse<byte[]> run() throws IOException, InterruptedException {
        AtomicBoolean answered = new AtomicBoolean();
        try {
            return attempt(request, answered);
        } catch (IOException broken) {
            if (answered.get() || !isReset(broken)) {
                throw broken;
            }
            HttpRequest inTime = HttpRequest.newBuilder(again, (name, value) -> true)
                    .timeout(timeLeft())
                    .build();
            return attempt(inTime, answered);
        }
    }

    private static boolean isReset(IOException failure) {
        return !(failure instanceof ConnectException
                || failure instanceof HttpTimeoutException
                || failure instanceof ProtocolException
                || failure instanceof SSLException);
    }

    /** The time limit of the JDK's client ends with the head of the answer; the body has what is left of it. */
    private HttpResponse<byte[]> attempt(HttpRequest sent, AtomicBoolean answered)
            throws IOException, InterruptedException {
        try {
            // not sendAsync: that takes a detour over the common pool, which costs more than all the rest
            return http.send(sent, head -> {
                answered.set(true);
                return new BoundedBody(timeLeft());
            });
        } catch (IOException failure) {
            throw failure.getCause() instanceof TimeoutException
                    ? new HttpTimeoutException("no answer in time")
                    : failure;
        }
    }

    private Duration timeLeft() {
        return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }
}
