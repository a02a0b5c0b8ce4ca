package dev.apikeys.core.verify;

import static dev.apikeys.core.TestKeys.CREATED;
import static dev.apikeys.core.TestKeys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.TestLimits;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.KeySecret;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyVerifierTest {

    private static final Optional<IpAddress> UNKNOWN_CALLER = Optional.empty();

    private final FakePorts ports = new FakePorts();

    @Test
    void anAllowedKeyComesWithTheSecretThatWasPresentedItsPrincipalAndItsLimits() {
        assertThat(ports.verify(asking())).isEqualTo(new Allowed(found(), List.of(TestLimits.LEFT)));
    }

    @Test
    void anAllowedKeyThatNothingLimitsComesWithNoLimits() {
        ports.limits = List.of();

        assertThat(ports.verify(asking())).isEqualTo(new Allowed(found(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "sk_live_", "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Ql", "\uD83D"})
    void aMalformedValueNeverReachesTheStore(String text) {
        Presented presented = new Presented(KeyValue.of(text), Optional.empty(), UNKNOWN_CALLER, Set.of());

        assertThat(ports.verify(presented)).isEqualTo(Denied.unknown());
        assertThat(ports.asked).isEmpty();
    }

    @Test
    void aKeyOfWhichTheStoreFoundAnotherValueIsUnknown() {
        ports.key = Optional.of(
                TestKeys.aKey().withSecrets(TestKeys.secretOf("another")).build());

        assertThat(ports.verify(asking())).isEqualTo(Denied.unknown());
        assertThat(ports.asked).containsExactly("store");
    }

    @Test
    void aReplacedValueIsGoodDuringTheOverlap() {
        KeySecret replaced = TestKeys.replaced(TestKeys.secret(), NOW.plusNanos(1));
        ports.key = Optional.of(
                TestKeys.aKey().withSecrets(TestKeys.secretOf("next"), replaced).build());

        assertThat(ports.verify(asking())).isInstanceOf(Allowed.class);
    }

    @Test
    void aReplacedValueIsRevokedAfterTheOverlap() {
        KeySecret replaced = TestKeys.replaced(TestKeys.secret(), NOW);
        ports.key = Optional.of(
                TestKeys.aKey().withSecrets(TestKeys.secretOf("next"), replaced).build());

        assertThat(reasonOf(asking())).isEqualTo(DenialReason.KEY_REVOKED);
    }

    @Test
    void aKeyIsGoodUntilTheInstantOfItsExpiry() {
        ports.key = Optional.of(TestKeys.aKey().expiringAt(NOW.plusNanos(1)).build());

        assertThat(ports.verify(asking())).isInstanceOf(Allowed.class);
    }

    @Test
    void aValueMadeAtTheInstantOfNotBeforeIsGood() {
        ports.notBefore = CREATED;

        assertThat(ports.verify(asking())).isInstanceOf(Allowed.class);
    }

    @Test
    void aValueMadeBeforeNotBeforeIsRevoked() {
        ports.notBefore = CREATED.plusNanos(1);

        assertThat(reasonOf(asking())).isEqualTo(DenialReason.KEY_REVOKED);
    }

    @Test
    void notBeforeLooksAtThePresentedValueAndNotAtTheKey() {
        Instant rotatedAt = CREATED.plusSeconds(60);
        KeySecret made = TestKeys.secret();
        ports.notBefore = rotatedAt;
        ports.key = Optional.of(TestKeys.aKey()
                .withSecrets(new KeySecret(made.hash(), made.display(), rotatedAt, Optional.empty()))
                .build());

        assertThat(ports.verify(asking())).isInstanceOf(Allowed.class);
    }

    @Test
    void aDoorWithoutAudienceDoesNotAskForOne() {
        Presented presented = new Presented(TestKeys.value(), Optional.empty(), UNKNOWN_CALLER, Set.of());
        ports.audience = Set.of();

        assertThat(ports.verify(presented)).isInstanceOf(Allowed.class);
        assertThat(ports.asked).doesNotContain("audience");
    }

    @Test
    void anUnknownCallerOfARestrictedKeyIsDenied() {
        ports.key = Optional.of(TestKeys.aKey().onlyFrom("0.0.0.0/0", "::/0").build());

        assertThat(reasonOf(asking())).isEqualTo(DenialReason.IP_DENIED);
    }

    @Test
    void theMissingScopesAreNamed() {
        ports.effectiveScopes = Set.of("calls:read");
        ports.refusal = Optional.of(TestLimits.REFUSED);

        assertThat(ports.verify(asking("calls:read", "calls:write", "agents:read")))
                .isEqualTo(Denied.lacking(Set.of("calls:write", "agents:read"), found()));
        assertThat(ports.asked).doesNotContain("limiter:1");
    }

    @Test
    void scopesAreWorkedOutOnlyWhenSomeAreRequired() {
        assertThat(ports.verify(asking())).isInstanceOf(Allowed.class);
        assertThat(ports.asked).doesNotContain("scopes");
    }

    @Test
    void anExceededLimitSaysWhichLimitsWereAskedAndHowLongToWait() {
        ports.refusal = Optional.of(TestLimits.REFUSED);

        assertThat(ports.verify(asking())).isEqualTo(Denied.limited(TestLimits.REFUSED, found()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 25})
    void theCostIsTakenFromTheLimitsOnce(int cost) {
        ports.verifier().verify(asking(), cost);

        assertThat(ports.asked).containsOnlyOnce("limiter:" + cost);
    }

    private Found found() {
        return new Found(TestKeys.active(), TestKeys.secret(), ports);
    }

    private DenialReason reasonOf(Presented presented) {
        return ((Denied) ports.verify(presented)).reason();
    }

    /** A resource server asks, and does not know who called it. */
    private static Presented asking(String... requiredScopes) {
        return new Presented(TestKeys.value(), Optional.of("billing-api"), UNKNOWN_CALLER, Set.of(requiredScopes));
    }
}
