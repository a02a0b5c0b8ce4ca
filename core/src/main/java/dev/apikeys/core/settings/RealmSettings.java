package dev.apikeys.core.settings;

import static dev.apikeys.core.settings.SettingReaders.choice;
import static dev.apikeys.core.settings.SettingReaders.flag;
import static dev.apikeys.core.settings.SettingReaders.number;
import static dev.apikeys.core.settings.SettingReaders.optional;

import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyPrefixes;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.usage.OutcomeNames;
import dev.apikeys.core.usage.OutcomeRates;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a realm lays down for its keys. The settings are realm attributes, so realm JSON, Terraform and config-cli carry
 * them; an attribute written there with a wrong value is named by {@link #violations()}, and its default holds.
 */
public final class RealmSettings {

    private static final long LARGEST_COUNT = 1_000_000_000;
    private static final long TEN_YEARS_IN_SECONDS = 315_360_000;
    private static final long TEN_YEARS_IN_DAYS = 3_650;
    private static final long ONE_HOUR_IN_SECONDS = 3_600;

    /** How keys begin, and the environment each beginning names. */
    public static final Setting<KeyPrefixes> PREFIXES =
            new Setting<>("prefixes", "sk_live_=live,sk_test_=test", KeyPrefixes::parse);

    /** How many active keys a client may have. */
    public static final Setting<Long> MAX_ACTIVE_PER_CLIENT =
            new Setting<>("maxActivePerClient", "10", number(0, LARGEST_COUNT, "keys"));

    /** How many active personal keys a user may have. */
    public static final Setting<Optional<Long>> MAX_ACTIVE_PER_USER =
            new Setting<>("maxActivePerUser", "", optional(number(0, LARGEST_COUNT, "keys")));

    /** The limits of keys that have none of their own. */
    public static final Setting<List<RateLimit>> DEFAULT_LIMIT =
            new Setting<>("defaultLimit", "1000/hour", RateLimit::parseList);

    /** The limits that all keys of the realm share. */
    public static final Setting<List<RateLimit>> REALM_LIMIT = new Setting<>("realmLimit", "", RateLimit::parseList);

    /** The longest time from now to a key's expiry, in seconds. */
    public static final Setting<Optional<Long>> MAX_LIFETIME =
            new Setting<>("maxLifetime", "", optional(number(1, TEN_YEARS_IN_SECONDS, "seconds")));

    /** Whether every key must expire. */
    public static final Setting<Boolean> REQUIRE_EXPIRY = new Setting<>("requireExpiry", "false", flag());

    /** Whether every key must be restricted to addresses. */
    public static final Setting<Boolean> REQUIRE_IP = new Setting<>("requireIp", "false", flag());

    /** How long an introspection answer may be cached, in seconds: what {@code exp} says. */
    public static final Setting<Long> FRESHNESS =
            new Setting<>("freshness", "60", number(1, ONE_HOUR_IN_SECONDS, "seconds"));

    /** How old claims made by protocol mappers may be, in seconds; 0 computes them for every answer. */
    public static final Setting<Long> CLAIMS_MAX_AGE =
            new Setting<>("claimsMaxAge", "10", number(0, ONE_HOUR_IN_SECONDS, "seconds"));

    /** Whether resource servers are told why a key is refused. */
    public static final Setting<Boolean> DISCLOSE_REASON = new Setting<>("discloseReason", "true", flag());

    /** How the extension's own doors word a denial. */
    public static final Setting<ErrorFormat> ERROR_FORMAT =
            new Setting<>("errorFormat", "problem", choice(List.of(ErrorFormat.values())));

    /** How they word that a limit is used up; empty as everything else. */
    public static final Setting<Optional<ErrorFormat>> LIMIT_ERROR_FORMAT =
            new Setting<>("limitErrorFormat", "", optional(choice(List.of(ErrorFormat.values()))));

    /** The sentences in it that are the realm's own. */
    public static final Setting<ErrorMessages> ERROR_MESSAGES =
            new Setting<>("errorMessages", "", ErrorMessages::parse);

    /** How many days before its expiry the owner of a key is told. */
    public static final Setting<NoticeDays> EXPIRY_NOTICE = new Setting<>("expiryNotice", "", NoticeDays::parse);

    /** Whether the owner of a key is told when an administrator revokes it, or it is ended for a leak. */
    public static final Setting<Boolean> REVOCATION_NOTICE = new Setting<>("revocationNotice", "true", flag());

    /** How many days usage counts are kept. */
    public static final Setting<Long> USAGE_RETENTION =
            new Setting<>("usageRetention", "90", number(1, TEN_YEARS_IN_DAYS, "days"));

    /** Whether the address from which a key was last used is kept. */
    public static final Setting<Boolean> RECORD_LAST_IP = new Setting<>("recordLastIp", "true", flag());

    /** How many days revoked keys are kept; empty forever. */
    public static final Setting<Optional<Long>> REVOKED_RETENTION =
            new Setting<>("revokedRetention", "", optional(number(1, TEN_YEARS_IN_DAYS, "days")));

    /** Whether keys made by another system may be used. */
    public static final Setting<Boolean> ACCEPT_FOREIGN = new Setting<>("acceptForeign", "false", flag());

    /** What happens while limits cannot be counted. */
    public static final Setting<RateLimitFailure> RATE_LIMIT_FAILURE =
            new Setting<>("rateLimitFailure", "closed", choice(List.of(RateLimitFailure.values())));

    /** How long ago a user may have logged in to make or rotate a key of their own, in seconds; empty any time. */
    public static final Setting<Optional<Long>> SELF_SERVICE_MAX_AUTH_AGE =
            new Setting<>("selfServiceMaxAuthAge", "", optional(number(1, TEN_YEARS_IN_SECONDS, "seconds")));

    /** What resource servers may report about calls that were let through. */
    public static final Setting<OutcomeNames> OUTCOMES = new Setting<>("outcomes", "", OutcomeNames::parse);

    /** What is derived from that. */
    public static final Setting<OutcomeRates> OUTCOME_RATES = new Setting<>("outcomeRates", "", OutcomeRates::parse);

    /** Whether whoever has the value of a key may revoke it. */
    public static final Setting<Boolean> REVOKE_BY_POSSESSION = new Setting<>("revokeByPossession", "true", flag());

    /** What happens to keys that GitHub's secret scanning has found. */
    public static final Setting<GithubLeaks> GITHUB_LEAKS =
            new Setting<>("githubLeaks", "off", choice(List.of(GithubLeaks.values())));

    /** By which public keys GitHub's alerts are verified. */
    public static final Setting<GithubKeys> GITHUB_KEYS =
            new Setting<>("githubKeys", "https://api.github.com/meta/public_keys/secret_scanning", GithubKeys::parse);

    /** All settings in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(
            PREFIXES,
            MAX_ACTIVE_PER_CLIENT,
            MAX_ACTIVE_PER_USER,
            DEFAULT_LIMIT,
            REALM_LIMIT,
            MAX_LIFETIME,
            REQUIRE_EXPIRY,
            REQUIRE_IP,
            FRESHNESS,
            CLAIMS_MAX_AGE,
            DISCLOSE_REASON,
            ERROR_FORMAT,
            LIMIT_ERROR_FORMAT,
            ERROR_MESSAGES,
            EXPIRY_NOTICE,
            REVOCATION_NOTICE,
            USAGE_RETENTION,
            RECORD_LAST_IP,
            REVOKED_RETENTION,
            ACCEPT_FOREIGN,
            RATE_LIMIT_FAILURE,
            SELF_SERVICE_MAX_AUTH_AGE,
            OUTCOMES,
            OUTCOME_RATES,
            REVOKE_BY_POSSESSION,
            GITHUB_LEAKS,
            GITHUB_KEYS);

    private final Function<String, Optional<String>> attributes;

    /**
     * Reads settings from realm attributes.
     *
     * @param attributes the value of a realm attribute by its name
     */
    public RealmSettings(Function<String, Optional<String>> attributes) {
        this.attributes = attributes;
    }

    /** The value that holds: the attribute's, or the default when it is absent or wrong. */
    public <T> T get(Setting<T> setting) {
        return attributes.apply(setting.attribute()).map(setting::readOrDefault).orElseGet(setting::defaultValue);
    }

    /** The attributes whose values cannot be read. */
    public List<Violation> violations() {
        return ALL.stream()
                .flatMap(setting -> attributes.apply(setting.attribute()).flatMap(setting::violation).stream())
                .toList();
    }
}
