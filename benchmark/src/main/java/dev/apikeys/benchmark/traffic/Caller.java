package dev.apikeys.benchmark.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.benchmark.load.Answer;
import dev.apikeys.benchmark.load.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.SplittableRandom;

/** One connection that does this and that, and looks at each answer. */
final class Caller implements AutoCloseable {

    private static final int ONE_IN_TEN = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final Wire wire;
    private final KeyRing ring;
    private final Journal journal;
    private final SplittableRandom random;
    private RawConnection connection;

    Caller(URI server, Wire wire, KeyRing ring, Journal journal, int index) throws IOException {
        this.server = server;
        this.wire = wire;
        this.ring = ring;
        this.journal = journal;
        this.random = new SplittableRandom(index);
        this.connection = new RawConnection(server);
    }

    /** Makes the next call, which should have been sent at {@code due} in the time of {@link System#nanoTime()}. */
    void call(long due) {
        Operation operation = ring.balanced(Operation.any(random));
        try {
            perform(operation);
            journal.answered(operation, System.nanoTime() - due);
            if (operation == Operation.REVOKE) {
                askAboutRevoked();
            }
        } catch (IOException e) {
            journal.failed(Failure.NO_ANSWER, operation.code() + ": " + e);
            reconnect();
        }
    }

    private void perform(Operation operation) throws IOException {
        switch (operation) {
            case INTROSPECT, CHECK -> ask(operation);
            case CREATE -> create();
            case REVOKE -> revoke();
            case LIST -> expect(operation, 200, connection.exchange(wire.list()));
            case USAGE -> usage();
        }
    }

    private void ask(Operation how) throws IOException {
        Optional<MadeKey> made = random.nextInt(ONE_IN_TEN) == 0 ? ring.any(random) : Optional.empty();
        if (made.isPresent()) {
            ask(how, made.get());
        } else {
            Told told = told(how, wire.lastingKey(random));
            if (told == Told.REVOKED || told == Told.LIMITED) {
                journal.failed(Failure.WRONG_ANSWER, how.code() + ": a lasting key is " + told);
            }
        }
    }

    private void ask(Operation how, MadeKey key) throws IOException {
        boolean wasRevoked = key.isRevoked();
        key.asking();
        Told told = told(how, key.value());
        key.judge(told, wasRevoked).ifPresent(failure -> journal.failed(failure, how.code() + ": " + told));
    }

    private Told told(Operation how, String key) throws IOException {
        Answer answer = connection.exchange(how == Operation.CHECK ? wire.check(key) : wire.introspect(key));
        journal.decided();
        Told told = how == Operation.CHECK ? Told.byCheck(answer) : Told.byIntrospection(answer);
        if (told == Told.NOTHING) {
            journal.failed(Failure.WRONG_ANSWER, how.code() + ": " + answer.text());
        }
        return told;
    }

    private void create() throws IOException {
        Answer answer = connection.exchange(wire.create(MadeKey.LIMIT));
        if (expect(Operation.CREATE, 201, answer)) {
            JsonNode key = JSON.readTree(answer.body());
            ring.made(new MadeKey(key.path("id").asText(), key.path("key").asText()));
        }
    }

    private void revoke() throws IOException {
        Optional<MadeKey> oldest = ring.take();
        if (oldest.isPresent()) {
            MadeKey key = oldest.get();
            key.revoking();
            if (expect(Operation.REVOKE, 200, connection.exchange(wire.revoke(key.id())))) {
                key.revoked();
                ring.revoked(key);
            }
        }
    }

    /** At once, and beside the latencies. */
    private void askAboutRevoked() throws IOException {
        Optional<MadeKey> last = ring.lastRevoked();
        if (last.isPresent()) {
            ask(Operation.INTROSPECT, last.get());
        }
    }

    private void usage() throws IOException {
        Optional<MadeKey> key = ring.any(random);
        if (key.isPresent()) {
            expect(
                    Operation.USAGE,
                    200,
                    connection.exchange(wire.usage(key.get().id())));
        }
    }

    private boolean expect(Operation operation, int status, Answer answer) {
        if (answer.status() == status) {
            return true;
        }
        journal.failed(Failure.WRONG_ANSWER, operation.code() + ": " + answer.text());
        return false;
    }

    private void reconnect() {
        try {
            connection.close();
            connection = new RawConnection(server);
        } catch (IOException e) {
            journal.failed(Failure.NO_ANSWER, "connecting: " + e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
