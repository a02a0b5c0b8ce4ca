package dev.apikeys.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.TestLimits;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.verify.Check.Passed;
import dev.apikeys.core.verify.FakePorts.Observed;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever counts verdicts hears of each of them once. */
class ObservedVerdictTest {

    private static final Optional<IpAddress> CALLER = IpAddress.parse("203.0.113.7");

    private final FakePorts ports = new FakePorts();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 25})
    void anAllowedCallWithItsCost(int cost) {
        Verdict verdict = ports.verifier().verify(asking(TestKeys.value()), cost);

        assertThat(ports.observed).containsExactly(new Observed(verdict, CALLER, cost));
    }

    @Test
    void aKeyThatPassedOnlyWhenItIsCounted() {
        Passed passed = (Passed) ports.verifier().check(asking(TestKeys.value()));
        assertThat(ports.observed).isEmpty();

        Verdict verdict = ports.verifier().count(passed, 1);

        assertThat(ports.observed).containsExactly(new Observed(verdict, CALLER, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 25})
    void aRefusalOnceWhateverTheCost(int cost) {
        ports.subjectEnabled = false;

        Verdict verdict = ports.verifier().verify(asking(TestKeys.value()), cost);

        assertThat(ports.observed).containsExactly(new Observed(verdict, CALLER, 1));
    }

    @Test
    void aLimitThatIsUsedUpOnceWhateverTheCost() {
        ports.refusal = Optional.of(TestLimits.REFUSED);

        Verdict verdict = ports.verifier().verify(asking(TestKeys.value()), 25);

        assertThat(ports.observed).containsExactly(new Observed(verdict, CALLER, 1));
    }

    @Test
    void aValueThatIsNoKey() {
        Verdict verdict = ports.verifier().verify(asking(KeyValue.of("nonsense")), 1);

        assertThat(ports.observed).containsExactly(new Observed(verdict, CALLER, 1));
    }

    private static Presented asking(KeyValue value) {
        return new Presented(value, Optional.of("billing-api"), CALLER, Set.of());
    }
}
