package dev.apikeys.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.TestLimits;
import dev.apikeys.core.verify.Check.Passed;
import dev.apikeys.core.verify.FakePorts.Observed;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A door checks first and counts later. */
class KeyCheckTest {

    private final FakePorts ports = new FakePorts();

    @Test
    void aCheckGoesThroughAllStepsButTheLimits() {
        assertThat(ports.verifier().check(asking("calls:read"))).isEqualTo(passed());
        assertThat(ports.asked)
                .containsExactly("store", "directory", "client", "subject", "not-before", "audience", "scopes");
    }

    @Test
    void aCheckDeniesForTheSameReasonAsTheWholePipeline() {
        ports.subjectEnabled = false;

        assertThat(ports.verifier().check(asking()))
                .isEqualTo(Denied.because(DenialReason.SUBJECT_DISABLED, found()))
                .isEqualTo(ports.verify(asking()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 25})
    void whatPassedIsCountedAndNothingElseIsAskedAgain(int cost) {
        assertThat(ports.verifier().count(passed(), cost)).isEqualTo(new Allowed(found(), List.of(TestLimits.LEFT)));
        assertThat(ports.asked).containsExactly("limiter:" + cost);
    }

    @Test
    void whatPassedIsDeniedWhenALimitIsUsedUp() {
        ports.refusal = Optional.of(TestLimits.REFUSED);

        assertThat(ports.verifier().count(passed(), 1)).isEqualTo(Denied.limited(TestLimits.REFUSED, found()));
    }

    @Test
    void whatADoorRefusesForAReasonOfItsOwnIsARefusalLikeOthers() {
        Denied denied = ports.verifier().refuse(passed(), DenialReason.AUDIENCE_DENIED);

        assertThat(denied).isEqualTo(Denied.because(DenialReason.AUDIENCE_DENIED, found()));
        assertThat(ports.observed).containsExactly(new Observed(denied, Optional.empty(), 1));
    }

    private Passed passed() {
        return new Passed(found(), Optional.empty());
    }

    private Found found() {
        return new Found(TestKeys.active(), TestKeys.secret(), ports);
    }

    private static Presented asking(String... requiredScopes) {
        return new Presented(TestKeys.value(), Optional.of("billing-api"), Optional.empty(), Set.of(requiredScopes));
    }
}
