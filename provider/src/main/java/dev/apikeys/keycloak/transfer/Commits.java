package dev.apikeys.keycloak.transfer;

import dev.apikeys.keycloak.keys.Imported;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Commits records, each lot in a transaction. One that fails again and again is halved until the record is alone that nobody can
 * write: the others must not pay for it. When record after record fails, it is the database.
 */
final class Commits {

    static final int MOST_FAILURES = 10;

    private static final int ATTEMPTS = 5;
    private static final int ATTEMPTS_OF_A_PART = 2;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Logger LOG = Logger.getLogger(Commits.class);

    private final Function<List<NumberedRecord>, List<Imported>> transaction;
    private int failuresInARow;

    /**
     * @param transaction writes records and commits, or throws, and nothing is written
     */
    Commits(Function<List<NumberedRecord>, List<Imported>> transaction) {
        this.transaction = transaction;
    }

    /** What became of each of the records. */
    List<Imported> commit(List<NumberedRecord> records) {
        return commit(records, ATTEMPTS);
    }

    /** Whether so many records in a row could not be written that there is no point in any more. */
    boolean gaveUp() {
        return failuresInARow >= MOST_FAILURES;
    }

    /** What a database says of a row can have its hash in it: it is neither logged nor told. */
    private List<Imported> commit(List<NumberedRecord> records, int attempts) {
        for (int attempt = 1; attempt <= attempts && !gaveUp(); attempt++) {
            try {
                List<Imported> outcomes = transaction.apply(records);
                failuresInARow = 0;
                return outcomes;
            } catch (RuntimeException e) {
                LOG.debugf("%d API keys of an import could not be written (%s)", records.size(), e.getClass());
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2 * PAUSE.toNanos()));
            }
        }
        return records.size() == 1 || gaveUp() ? refused(records) : halves(records);
    }

    private List<Imported> halves(List<NumberedRecord> records) {
        int middle = records.size() / 2;
        List<Imported> outcomes = new ArrayList<>(commit(records.subList(0, middle), ATTEMPTS_OF_A_PART));
        outcomes.addAll(commit(records.subList(middle, records.size()), ATTEMPTS_OF_A_PART));
        return outcomes;
    }

    private List<Imported> refused(List<NumberedRecord> records) {
        failuresInARow++;
        LOG.warnf("%d API keys of an import could not be written", records.size());
        return records.stream()
                .<Imported>map(record -> Imported.Refused.because(
                        "", "what the database takes: this record could not be written; send it again later"))
                .toList();
    }
}
