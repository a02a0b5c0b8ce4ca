package dev.apikeys.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestLimits;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineOrderTest {

    private final FakePorts ports = new FakePorts();

    @Test
    void aKeyWithoutFlawIsAllowed() {
        assertThat(Flaw.verify(Set.of(), ports)).isInstanceOf(Allowed.class);
    }

    @ParameterizedTest
    @EnumSource
    void aFlawIsDeniedForItsReason(Flaw flaw) {
        assertThat(reason(Flaw.verify(EnumSet.of(flaw), ports))).isEqualTo(flaw.reason);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstFlawInTheOrderOfThePipelineIsTheReason(Flaw first) {
        assertThat(reason(Flaw.verify(first.andLater(), ports))).isEqualTo(first.reason);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAskedAfterTheFirstFlaw(Flaw first) {
        Flaw.verify(first.andLater(), ports);

        assertThat(String.join(" ", ports.asked)).isEqualTo(first.asked);
    }

    @Test
    void everyDenialReasonHasAFlaw() {
        assertThat(Stream.of(Flaw.values()).map(flaw -> flaw.reason).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(DenialReason.values());
    }

    @ParameterizedTest
    @EnumSource(names = {"MALFORMED", "UNKNOWN"})
    void withoutAKeyNothingIsFound(Flaw flaw) {
        assertThat(denied(Flaw.verify(EnumSet.of(flaw), ports)).found()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MALFORMED", "UNKNOWN"})
    void aDenialOfARealKeyCarriesTheKey(Flaw flaw) {
        assertThat(denied(Flaw.verify(EnumSet.of(flaw), ports)).found())
                .map(Verdict.Found::key)
                .isEqualTo(ports.key);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheDenialOfAnExceededLimitCarriesWhatTheLimitsSaid(Flaw flaw) {
        assertThat(denied(Flaw.verify(EnumSet.of(flaw), ports)).limited())
                .isEqualTo(Optional.of(TestLimits.REFUSED).filter(refused -> flaw == Flaw.LIMIT));
    }

    private static DenialReason reason(Verdict verdict) {
        return denied(verdict).reason();
    }

    private static Denied denied(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Denied.class);
        return (Denied) verdict;
    }
}
