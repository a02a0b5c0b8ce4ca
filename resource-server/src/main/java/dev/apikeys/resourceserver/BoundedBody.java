package dev.apikeys.resourceserver;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A body that fails as soon as it is larger than an introspection answer ever is, or later than it may be. */
final class BoundedBody implements BodySubscriber<byte[]> {

    static final int MOST_BYTES = 256 * 1024;

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private volatile Flow.@Nullable Subscription subscription;

    /**
     * @param time for the whole body; later it fails with a {@link java.util.concurrent.TimeoutException}
     */
    BoundedBody(Duration time) {
        var unused = body.orTimeout(time.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((bytes, failure) -> cancelAfterFailure());
    }

    /** Whichever comes last: the failure, or the subscription. */
    private void cancelAfterFailure() {
        Flow.Subscription started = subscription;
        if (started != null && body.isCompletedExceptionally()) {
            started.cancel();
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription starting) {
        subscription = starting;
        starting.request(Long.MAX_VALUE);
        cancelAfterFailure();
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (received.size() + part.remaining() > MOST_BYTES) {
                body.completeExceptionally(new ProtocolException("an answer of more than " + MOST_BYTES + " bytes"));
                return;
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            received.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(received.toByteArray());
    }
}
