package dev.apikeys.core.model;

import static dev.apikeys.core.TestKeys.CREATED;
import static dev.apikeys.core.TestKeys.NOW;
import static dev.apikeys.core.TestKeys.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.TestKeys;
import dev.apikeys.core.ip.AllowedIps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyChangeTest {

    private static final Instant NEXT_YEAR = NOW.plus(Duration.ofDays(365));
    private static final KeySecret NEXT = TestKeys.secretOf("next");

    private final ApiKey key = aKey().expiringAt(NEXT_YEAR).build();

    @Test
    void anEditChangesWhatTheOwnerMayEditAndNothingElse() {
        KeyLabel label = new KeyLabel("import", Optional.of("nightly"), Optional.of("live"), "{\"team\":\"a\"}");
        KeyGrant grant = new KeyGrant(true, Set.of());
        KeyRestrictions restrictions = new KeyRestrictions(AllowedIps.ALL, Optional.of(List.of()));
        ApiKey disabled = aKey().disabled().revokedAt(CREATED).build();

        ApiKey edited = disabled.edited(label, grant, restrictions, Optional.of(NEXT_YEAR), NOW);

        KeyLifecycle lifecycle = new KeyLifecycle(
                false, CREATED, NOW, Optional.of(NEXT_YEAR), Optional.of(CREATED), Optional.of("administrator"));
        assertThat(edited)
                .isEqualTo(new ApiKey(
                        disabled.id(),
                        disabled.owner(),
                        label,
                        grant,
                        restrictions,
                        lifecycle,
                        disabled.secrets(),
                        disabled.version()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSwitchChangesWhetherTheKeyIsEnabledAndNothingElse(boolean enabled) {
        KeyLifecycle lifecycle =
                new KeyLifecycle(enabled, CREATED, NOW, Optional.of(NEXT_YEAR), Optional.empty(), Optional.empty());

        assertThat(key.switched(enabled, NOW)).isEqualTo(with(lifecycle, key.secrets()));
    }

    @Test
    void switchingARevokedKeyOnDoesNotReviveIt() {
        assertThat(aKey().revokedAt(CREATED).build().switched(true, NOW).status(NOW))
                .isEqualTo(KeyStatus.REVOKED);
    }

    @Test
    void aRevocationKeepsWhoDidItAndWhen() {
        KeyLifecycle lifecycle =
                new KeyLifecycle(true, CREATED, NOW, Optional.of(NEXT_YEAR), Optional.of(NOW), Optional.of("alice"));

        assertThat(key.revoked("alice", NOW)).isEqualTo(with(lifecycle, key.secrets()));
    }

    @Test
    void aRotationReplacesTheValueAndLetsTheOldOneOverlap() {
        Instant overlapEnd = NOW.plusSeconds(60);
        KeyLifecycle lifecycle =
                new KeyLifecycle(true, CREATED, NOW, Optional.of(NEXT_YEAR), Optional.empty(), Optional.empty());
        KeySecret replaced = TestKeys.replaced(TestKeys.secret(), overlapEnd);

        ApiKey rotated = key.rotated(NEXT, Duration.ofSeconds(60), NOW);

        assertThat(rotated).isEqualTo(with(lifecycle, List.of(NEXT, replaced)));
        assertThat(rotated.currentSecret()).isEqualTo(NEXT);
        assertThat(rotated.overlapUntil(NOW)).contains(overlapEnd);
    }

    @Test
    void aRotationWithoutOverlapEndsTheOldValueAtOnce() {
        ApiKey rotated = key.rotated(NEXT, Duration.ZERO, NOW);

        assertThat(rotated.secret(TestKeys.secret().hash()))
                .hasValueSatisfying(old -> assertThat(old.superseded(NOW)).isTrue());
        assertThat(rotated.overlapUntil(NOW)).isEmpty();
    }

    @Test
    void theOverlapEndsWithoutTheCurrentValue() {
        ApiKey rotated = key.rotated(NEXT, Duration.ofHours(1), NOW);
        Instant later = NOW.plusSeconds(60);

        ApiKey ended = rotated.withoutOverlap(later);

        assertThat(ended.secrets()).containsExactly(NEXT, TestKeys.replaced(TestKeys.secret(), later));
        assertThat(ended.lifecycle().updatedAt()).isEqualTo(later);
        assertThat(ended.overlapUntil(later)).isEmpty();
    }

    @Test
    void anOverlapThatIsOverStaysAsItWas() {
        ApiKey rotated = key.rotated(NEXT, Duration.ofHours(1), NOW);

        assertThat(rotated.withoutOverlap(NOW.plusSeconds(3_600)).secrets()).isEqualTo(rotated.secrets());
    }

    @Test
    void noKeyHasMoreThanTwoValues() {
        ApiKey twice = key.rotated(NEXT, Duration.ofHours(1), NOW)
                .rotated(TestKeys.secretOf("third"), Duration.ofHours(1), NOW.plusSeconds(1));

        assertThat(twice.secrets()).hasSize(2);
        assertThat(twice.secret(TestKeys.secret().hash())).isEmpty();
    }

    private ApiKey with(KeyLifecycle lifecycle, List<KeySecret> secrets) {
        return new ApiKey(
                key.id(), key.owner(), key.label(), key.grant(), key.restrictions(), lifecycle, secrets, key.version());
    }
}
