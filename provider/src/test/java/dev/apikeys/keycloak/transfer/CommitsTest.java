package dev.apikeys.keycloak.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.keycloak.keys.Imported;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitsTest {

    private static List<NumberedRecord> records(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line -> new NumberedRecord(line, 100, Optional.empty()))
                .toList();
    }

    private static List<Imported> unchanged(List<NumberedRecord> records) {
        return records.stream()
                .<Imported>map(record -> new Imported.Unchanged())
                .toList();
    }

    /** Of which nobody can write some, so that a transaction with one of them fails. */
    private static Commits without(Set<Long> lines) {
        return new Commits(records -> {
            if (records.stream().anyMatch(record -> lines.contains(record.line()))) {
                throw new IllegalStateException("poison");
            }
            return unchanged(records);
        });
    }

    private static List<Integer> refused(List<Imported> outcomes) {
        return IntStream.rangeClosed(1, outcomes.size())
                .filter(line -> outcomes.get(line - 1) instanceof Imported.Refused)
                .boxed()
                .toList();
    }

    @Test
    void onlyTheCulpritsOfAChunkAreRefused() {
        Commits commits = without(Set.of(3L, 4L, 77L));

        assertThat(refused(commits.commit(records(100)))).containsExactly(3, 4, 77);
        assertThat(commits.gaveUp()).isFalse();
    }

    @Test
    void whatFailsForAMomentIsWritten() {
        List<Integer> attempts = new ArrayList<>();
        Commits commits = new Commits(records -> {
            attempts.add(records.size());
            if (attempts.size() < 3) {
                throw new ChunkConflict();
            }
            return unchanged(records);
        });

        assertThat(refused(commits.commit(records(8)))).isEmpty();
        assertThat(attempts).containsExactly(8, 8, 8);
    }

    @Test
    void aDatabaseThatIsGoneIsNotAskedAboutEachRecord() {
        List<Integer> attempts = new ArrayList<>();
        Commits commits = new Commits(records -> {
            attempts.add(records.size());
            throw new IllegalStateException("gone");
        });

        assertThat(refused(commits.commit(records(500)))).hasSize(500);
        assertThat(commits.gaveUp()).isTrue();
        assertThat(attempts).hasSizeLessThan(100);
        int before = attempts.size();
        assertThat(refused(commits.commit(records(500)))).hasSize(500);
        assertThat(attempts).hasSize(before);
    }
}
