package dev.apikeys.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedTest {

    private static final Parsed<String> GOOD = Parsed.good("12");
    private static final Parsed<String> BAD = Parsed.bad("a number");

    @Test
    void whatWasUnderstoodHasAValue() {
        assertThat(GOOD.toOptional()).contains("12");
    }

    @Test
    void whatWasNotUnderstoodHasNone() {
        assertThat(BAD.toOptional()).isEmpty();
    }

    @Test
    void aValueIsMapped() {
        assertThat(GOOD.map(Integer::valueOf)).isEqualTo(Parsed.good(12));
    }

    @Test
    void readingGoesOnFromAValue() {
        assertThat(GOOD.then(text -> Parsed.good(text.length()))).isEqualTo(Parsed.good(2));
    }

    @Test
    void aLaterRefusalCounts() {
        assertThat(GOOD.then(text -> Parsed.bad("an even number"))).isEqualTo(Parsed.bad("an even number"));
    }

    @Test
    void aRefusalStaysTheRefusalItIs() {
        List<String> asked = new ArrayList<>();

        assertThat(BAD.map(asked::add)).isEqualTo(Parsed.bad("a number"));
        assertThat(BAD.then(text -> Parsed.good(asked.add(text)))).isEqualTo(Parsed.bad("a number"));
        assertThat(asked).isEmpty();
    }
}
