package dev.apikeys.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyPrefixes;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.usage.OutcomeNames;
import dev.apikeys.core.usage.OutcomeRates;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RealmSettingsTest {

    private static final RealmSettings NOTHING_WRITTEN = TestSettings.of(Map.of());

    @Test
    void everySettingHasItsAttributeInKebabCase() {
        assertThat(RealmSettings.ALL.stream().map(Setting::attribute))
                .containsExactly(
                        "api-keys.prefixes",
                        "api-keys.max-active-per-client",
                        "api-keys.max-active-per-user",
                        "api-keys.default-limit",
                        "api-keys.realm-limit",
                        "api-keys.max-lifetime",
                        "api-keys.require-expiry",
                        "api-keys.require-ip",
                        "api-keys.freshness",
                        "api-keys.claims-max-age",
                        "api-keys.disclose-reason",
                        "api-keys.error-format",
                        "api-keys.limit-error-format",
                        "api-keys.error-messages",
                        "api-keys.expiry-notice",
                        "api-keys.revocation-notice",
                        "api-keys.usage-retention",
                        "api-keys.record-last-ip",
                        "api-keys.revoked-retention",
                        "api-keys.accept-foreign",
                        "api-keys.rate-limit-failure",
                        "api-keys.self-service-max-auth-age",
                        "api-keys.outcomes",
                        "api-keys.outcome-rates",
                        "api-keys.revoke-by-possession",
                        "api-keys.github-leaks",
                        "api-keys.github-keys");
    }

    /** The defaults that the documentation promises. */
    static Stream<Map.Entry<Setting<?>, Object>> defaults() {
        return Map.<Setting<?>, Object>ofEntries(
                Map.entry(
                        RealmSettings.PREFIXES,
                        KeyPrefixes.parse("sk_live_=live,sk_test_=test")
                                .toOptional()
                                .orElseThrow()),
                Map.entry(RealmSettings.MAX_ACTIVE_PER_CLIENT, 10L),
                Map.entry(RealmSettings.MAX_ACTIVE_PER_USER, Optional.empty()),
                Map.entry(RealmSettings.DEFAULT_LIMIT, List.of(new RateLimit(1000, Duration.ofHours(1)))),
                Map.entry(RealmSettings.REALM_LIMIT, List.of()),
                Map.entry(RealmSettings.MAX_LIFETIME, Optional.empty()),
                Map.entry(RealmSettings.REQUIRE_EXPIRY, false),
                Map.entry(RealmSettings.REQUIRE_IP, false),
                Map.entry(RealmSettings.FRESHNESS, 60L),
                Map.entry(RealmSettings.CLAIMS_MAX_AGE, 10L),
                Map.entry(RealmSettings.DISCLOSE_REASON, true),
                Map.entry(RealmSettings.ERROR_FORMAT, ErrorFormat.PROBLEM),
                Map.entry(RealmSettings.LIMIT_ERROR_FORMAT, Optional.empty()),
                Map.entry(RealmSettings.ERROR_MESSAGES, new ErrorMessages(Map.of())),
                Map.entry(RealmSettings.EXPIRY_NOTICE, new NoticeDays(List.of())),
                Map.entry(RealmSettings.REVOCATION_NOTICE, true),
                Map.entry(RealmSettings.USAGE_RETENTION, 90L),
                Map.entry(RealmSettings.RECORD_LAST_IP, true),
                Map.entry(RealmSettings.REVOKED_RETENTION, Optional.empty()),
                Map.entry(RealmSettings.ACCEPT_FOREIGN, false),
                Map.entry(RealmSettings.RATE_LIMIT_FAILURE, RateLimitFailure.CLOSED),
                Map.entry(RealmSettings.SELF_SERVICE_MAX_AUTH_AGE, Optional.empty()),
                Map.entry(RealmSettings.OUTCOMES, new OutcomeNames(List.of())),
                Map.entry(RealmSettings.OUTCOME_RATES, new OutcomeRates(List.of())),
                Map.entry(RealmSettings.REVOKE_BY_POSSESSION, true),
                Map.entry(RealmSettings.GITHUB_LEAKS, GithubLeaks.OFF),
                Map.entry(
                        RealmSettings.GITHUB_KEYS,
                        new GithubKeys.Address(URI.create("https://api.github.com/meta/public_keys/secret_scanning"))))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void anAbsentAttributeMeansTheDefault(Map.Entry<Setting<?>, Object> expected) {
        assertThat((Object) NOTHING_WRITTEN.get(expected.getKey())).isEqualTo(expected.getValue());
    }

    @Test
    void everySettingHasADefault() {
        assertThat(defaults().map(Map.Entry::getKey).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(RealmSettings.ALL);
    }

    @Test
    void aRealmWithoutAttributesHasNoViolations() {
        assertThat(NOTHING_WRITTEN.violations()).isEmpty();
    }

    @Test
    void anAttributeThatIsWrittenHolds() {
        RealmSettings settings = TestSettings.of(Map.of(
                "api-keys.prefixes", "cs_key_",
                "api-keys.max-active-per-user", "3",
                "api-keys.default-limit", "",
                "api-keys.require-ip", "true",
                "api-keys.error-format", "error-object",
                "api-keys.rate-limit-failure", "open"));

        assertThat(settings.get(RealmSettings.PREFIXES)).hasToString("cs_key_");
        assertThat(settings.get(RealmSettings.MAX_ACTIVE_PER_USER)).contains(3L);
        assertThat(settings.get(RealmSettings.DEFAULT_LIMIT)).isEmpty();
        assertThat(settings.get(RealmSettings.REQUIRE_IP)).isTrue();
        assertThat(settings.get(RealmSettings.ERROR_FORMAT)).isEqualTo(ErrorFormat.ERROR_OBJECT);
        assertThat(settings.get(RealmSettings.RATE_LIMIT_FAILURE)).isEqualTo(RateLimitFailure.OPEN);
        assertThat(settings.violations()).isEmpty();
    }

    @Test
    void spacesAroundAValueDoNotCount() {
        RealmSettings settings = TestSettings.of(Map.of("api-keys.freshness", " 30\n"));

        assertThat(settings.get(RealmSettings.FRESHNESS)).isEqualTo(30);
        assertThat(settings.violations()).isEmpty();
    }

    @Test
    void aWrongValueLeavesTheDefaultAndIsNamedWithWhatIsAllowed() {
        RealmSettings settings = TestSettings.of(Map.of("api-keys.freshness", " soon "));

        assertThat(settings.get(RealmSettings.FRESHNESS)).isEqualTo(60);
        assertThat(settings.violations())
                .containsExactly(
                        new Violation("api-keys.freshness", " soon ", "a whole number of seconds from 1 to 3600"));
    }

    @Test
    void allWrongValuesAreNamedInTheOrderOfTheDocumentation() {
        RealmSettings settings = TestSettings.of(Map.of(
                "api-keys.rate-limit-failure", "ajar",
                "api-keys.prefixes", "sk",
                "api-keys.require-ip", "yes",
                "api-keys.freshness", "60"));

        assertThat(settings.violations().stream().map(Violation::field))
                .containsExactly("api-keys.prefixes", "api-keys.require-ip", "api-keys.rate-limit-failure");
    }

    @Test
    void whatIsRememberedOfOneTextDoesNotHoldForAnother() {
        Setting<Boolean> setting = new Setting<>("x", "true", SettingReaders.flag());

        assertThat(setting.readOrDefault("false")).isFalse();
        assertThat(setting.readOrDefault("false")).isFalse();
        assertThat(setting.readOrDefault("true")).isTrue();
        assertThat(setting.readOrDefault("ajar")).isTrue();
        assertThat(setting.readOrDefault(" false")).isFalse();
        assertThat(setting.defaultValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"maxActivePerClient, api-keys.max-active-per-client", "x, api-keys.x"})
    void theAttributeIsTheNameInKebabCase(String name, String attribute) {
        assertThat(new Setting<>(name, "true", SettingReaders.flag()).attribute())
                .isEqualTo(attribute);
    }
}
