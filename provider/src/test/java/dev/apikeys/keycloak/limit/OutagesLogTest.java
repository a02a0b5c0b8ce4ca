package dev.apikeys.keycloak.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.keycloak.limit.Outages.Question;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many calls and nodes an outage meets, it is one line in the log when it begins and one when it ends. */
class OutagesLogTest {

    private static final Logger LOG = Logger.getLogger(Outages.class.getName());

    private final List<LogRecord> lines = new ArrayList<>();
    private final Handler handler = new Lines();
    private final AtomicLong nanos = new AtomicLong();

    /** Each counter lies on nodes of its own. */
    private final Outages outages =
            new Outages(counter -> counter, nanos::get, new SimpleMeterRegistry().counter("unanswered"));

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

    @Test
    void theBeginningNamesTheFirstCauseAndTheAttributeThatDecides() {
        TimeoutException cause = new TimeoutException();
        outages.unanswered(question("a"), cause);
        outages.unanswered(question("a"), new TimeoutException());
        outages.unanswered(question("b"), new TimeoutException());
        outages.ask("a");

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.getLevel().getName()).isIn("WARN", "WARNING");
            assertThat(line.getThrown()).isSameAs(cause);
            assertThat(line.getMessage()).contains("api-keys.rate-limit-failure");
        });
    }

    @Test
    void theEndNamesHowManyQuestionsHadNoAnswer() {
        fail("a");
        outages.ask("a");
        outages.ask("a");
        outages.counted(question("a"));
        outages.counted(question("a"));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).getLevel()).isEqualTo(Level.INFO);
        assertThat(lines.get(1).getMessage()).endsWith("questions without an answer: 3");
    }

    @Test
    void theEndIsThatOfTheLastNodesThatFailed() {
        fail("a");
        fail("b");
        outages.counted(question("c"));
        outages.counted(question("a"));
        assertThat(lines).hasSize(1);

        outages.counted(question("b"));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).getMessage()).endsWith("questions without an answer: 2");
    }

    @Test
    void nodesThatAreForgottenAreTheEndToo() {
        fail("a");
        nanos.addAndGet(Outages.PAUSE.plus(Outages.FORGOTTEN).toNanos());
        outages.ask("b");

        assertThat(lines).hasSize(2);
    }

    @Test
    void eachOutageCountsItsOwnQuestions() {
        fail("a");
        outages.ask("a");
        outages.counted(question("a"));
        fail("a");
        outages.counted(question("a"));

        assertThat(lines.get(3).getMessage()).endsWith("questions without an answer: 1");
    }

    @Test
    void answersWithoutAnOutageAreNoLine() {
        outages.counted(question("a"));
        outages.answered(question("a"));

        assertThat(lines).isEmpty();
    }

    private Question question(String counter) {
        return outages.questionInAnyCase(counter);
    }

    private void fail(String counter) {
        outages.unanswered(question(counter), new TimeoutException());
    }

    private final class Lines extends Handler {

        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
