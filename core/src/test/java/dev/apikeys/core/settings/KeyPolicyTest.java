package dev.apikeys.core.settings;

import static dev.apikeys.core.TestKeys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.Violation;
import dev.apikeys.core.ip.AllowedIps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyPolicyTest {

    private static final Violation EXPIRY_REQUIRED =
            new Violation("expiresAt", "", "an instant, because this realm requires an expiry");

    private final KeyPolicy lenient = policy(Map.of());
    private final KeyPolicy oneHour = policy(Map.of("api-keys.max-lifetime", "3600"));

    @Test
    void aKeyMayHaveNoExpiry() {
        assertThat(lenient.violationsOfExpiry(Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void aRealmMayRequireAnExpiry() {
        KeyPolicy policy = policy(Map.of("api-keys.require-expiry", "true"));

        assertThat(policy.violationsOfExpiry(Optional.empty(), NOW)).containsExactly(EXPIRY_REQUIRED);
        assertThat(policy.violationsOfExpiry(Optional.of(NOW.plusSeconds(1)), NOW))
                .isEmpty();
    }

    @Test
    void anExpiryIsInTheFuture() {
        assertThat(refused(lenient, NOW)).containsExactly("an instant in the future");
        assertThat(refused(lenient, NOW.minusSeconds(1))).containsExactly("an instant in the future");
        assertThat(refused(lenient, NOW.plusNanos(1))).isEmpty();
    }

    @Test
    void aLongestLifetimeRequiresAnExpiry() {
        assertThat(oneHour.violationsOfExpiry(Optional.empty(), NOW)).containsExactly(EXPIRY_REQUIRED);
    }

    @Test
    void theLongestLifetimeCanHaveBegunEarlier() {
        Instant begun = NOW.minusSeconds(600);

        assertThat(oneHour.violationsOfExpiry(Optional.of(begun.plusSeconds(3600)), begun, NOW))
                .isEmpty();
        assertThat(oneHour.violationsOfExpiry(Optional.of(begun.plusSeconds(3601)), begun, NOW))
                .hasSize(1);
        assertThat(oneHour.violationsOfExpiry(Optional.of(NOW), begun, NOW)).hasSize(1);
    }

    @Test
    void anExpiryIsNotAfterTheLongestLifetime() {
        Instant latest = NOW.plusSeconds(3600);

        assertThat(refused(oneHour, latest)).isEmpty();
        assertThat(oneHour.violationsOfExpiry(Optional.of(latest.plusNanos(1)), NOW))
                .containsExactly(new Violation(
                        "expiresAt",
                        "2026-03-01T13:00:00.000000001Z",
                        "an instant not after 2026-03-01T13:00:00Z, the longest lifetime of this realm"));
    }

    @Test
    void aRealmMayRequireAddresses() {
        KeyPolicy policy = policy(Map.of("api-keys.require-ip", "true"));
        AllowedIps office =
                TestKeys.aKey().onlyFrom("203.0.113.7").build().restrictions().allowedIps();

        assertThat(policy.violationsOfAddresses(AllowedIps.ALL))
                .containsExactly(new Violation(
                        "allowedIps", "", "at least one address or range, because this realm requires it"));
        assertThat(policy.violationsOfAddresses(office)).isEmpty();
        assertThat(lenient.violationsOfAddresses(AllowedIps.ALL)).isEmpty();
    }

    private static List<String> refused(KeyPolicy policy, Instant expiresAt) {
        return policy.violationsOfExpiry(Optional.of(expiresAt), NOW).stream()
                .map(Violation::allowed)
                .toList();
    }

    private static KeyPolicy policy(Map<String, String> attributes) {
        return new KeyPolicy(TestSettings.of(attributes));
    }
}
