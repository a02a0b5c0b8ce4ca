package dev.apikeys.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.TestLimits;
import dev.apikeys.core.limit.RateLimitState;
import dev.apikeys.core.limit.Taking.Refused;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeniedTest {

    private final FakePorts ports = new FakePorts();
    private final Found found = new Found(TestKeys.active(), TestKeys.secret(), ports);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNAUTHORIZED"})
    void aDenialConcernsTheResourceServersInTheAudienceEvenOfADisabledClientOrSubject(DenialReason reason) {
        assertThat(Denied.because(reason, found).concerns("billing-api")).isTrue();
        assertThat(Denied.because(reason, found).concerns("another-api")).isFalse();
    }

    @Test
    void anUnknownKeyConcernsNobody() {
        assertThat(Denied.unknown().concerns("billing-api")).isFalse();
    }

    @Test
    void eachDenialCarriesWhatItsCallerNeeds() {
        Set<String> missing = Set.of("calls:write");
        Refused refused = TestLimits.REFUSED;

        assertThat(Denied.unknown())
                .isEqualTo(new Denied(DenialReason.UNAUTHORIZED, Optional.empty(), Set.of(), Optional.empty()));
        assertThat(Denied.because(DenialReason.IP_DENIED, found))
                .isEqualTo(new Denied(DenialReason.IP_DENIED, Optional.of(found), Set.of(), Optional.empty()));
        assertThat(Denied.lacking(missing, found))
                .isEqualTo(new Denied(DenialReason.INSUFFICIENT_SCOPE, Optional.of(found), missing, Optional.empty()));
        assertThat(Denied.limited(refused, found))
                .isEqualTo(new Denied(
                        DenialReason.RATE_LIMIT_EXCEEDED, Optional.of(found), Set.of(), Optional.of(refused)));
    }

    @Test
    void laterChangesOfWhatWasHandedInDoNotReachWhatWasAskedAndAnswered() {
        Set<String> scopes = new HashSet<>(Set.of("calls:read"));
        Presented presented = new Presented(TestKeys.value(), Optional.empty(), Optional.empty(), scopes);
        Denied denied = Denied.lacking(scopes, found);
        List<RateLimitState> limits = new ArrayList<>(List.of(TestLimits.LEFT));
        Allowed allowed = new Allowed(found, limits);
        scopes.clear();
        limits.clear();

        assertThat(presented.requiredScopes()).containsExactly("calls:read");
        assertThat(denied.missingScopes()).containsExactly("calls:read");
        assertThat(allowed.limits()).containsExactly(TestLimits.LEFT);
    }
}
