package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base62Test {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "9, 1, 9",
        "10, 1, A",
        "35, 1, Z",
        "36, 1, a",
        "61, 1, z",
        "62, 2, 10",
        "3843, 2, zz",
        "62, 6, 000010",
        // the largest CRC-32
        "4294967295, 6, 4gfFC3"
    })
    void aNumberIsWrittenMostSignificantDigitFirst(long number, int length, String text) {
        assertThat(Base62.encode(number, length)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '5', '9', 'A', 'M', 'Z', 'a', 'm', 'z'})
    void digitsAndAsciiLettersAreDigits(char c) {
        assertThat(Base62.isDigit(c)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'/', ':', '@', '[', '`', '{', '_', '-', '+', ' ', 'é', '٣', '３'})
    void everythingElseIsNot(char c) {
        assertThat(Base62.isDigit(c)).isFalse();
    }

    @Test
    void everyCharacterIsDrawnEvenlyFromAllSixtyTwo() {
        Draws draws = new Draws(0, 61, 10, 36);

        assertThat(Base62.random(4, draws)).isEqualTo("0zAa");
        assertThat(draws.bounds).containsExactly(62, 62, 62, 62);
    }

    /** Answers with the given numbers and keeps the bounds it was asked for. */
    private static final class Draws implements RandomGenerator {

        private final Deque<Integer> answers;
        private final List<Integer> bounds = new ArrayList<>();

        private Draws(Integer... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public int nextInt(int bound) {
            bounds.add(bound);
            return answers.removeFirst();
        }

        @Override
        public long nextLong() {
            throw new AssertionError("a remainder of a long would prefer some characters");
        }
    }
}
