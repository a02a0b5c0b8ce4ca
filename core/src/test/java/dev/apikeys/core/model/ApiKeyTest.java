package dev.apikeys.core.model;

import static dev.apikeys.core.TestKeys.NOW;
import static dev.apikeys.core.TestKeys.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apikeys.core.TestKeys;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final KeySecret CURRENT = TestKeys.secret();
    private static final KeySecret PREVIOUS = TestKeys.replaced(TestKeys.secretOf("previous"), NOW);
    private static final Instant DURING_OVERLAP = NOW.minusNanos(1);

    private final ApiKey rotated = aKey().withSecrets(PREVIOUS, CURRENT).build();

    @Test
    void theStatusIsThatOfItsLifecycle() {
        assertThat(aKey().expiringAt(NOW).build().status(NOW)).isEqualTo(KeyStatus.EXPIRED);
        assertThat(aKey().expiringAt(NOW).build().status(NOW.minusSeconds(1))).isEqualTo(KeyStatus.ACTIVE);
    }

    @Test
    void eachOfItsValuesIsFoundByItsHash() {
        assertThat(rotated.secret(CURRENT.hash())).contains(CURRENT);
        assertThat(rotated.secret(PREVIOUS.hash())).contains(PREVIOUS);
        assertThat(rotated.secret(TestKeys.secretOf("another").hash())).isEmpty();
    }

    @Test
    void theCurrentSecretIsTheOneWithoutEnd() {
        assertThat(rotated.currentSecret()).isEqualTo(CURRENT);
    }

    @Test
    void aKeyWithoutCurrentSecretIsAnError() {
        ApiKey broken = aKey().withSecrets(PREVIOUS).build();

        assertThatThrownBy(broken::currentSecret).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theOverlapLastsUntilTheReplacedValueEnds() {
        assertThat(rotated.overlapUntil(DURING_OVERLAP)).contains(NOW);
        assertThat(rotated.overlapUntil(NOW)).isEmpty();
    }

    @Test
    void withoutRotationThereIsNoOverlap() {
        assertThat(TestKeys.active().overlapUntil(NOW)).isEmpty();
    }

    @Test
    void aKeyThatWasReadCannotBeChanged() {
        assertThatThrownBy(() -> rotated.secrets().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
