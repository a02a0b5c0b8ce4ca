package dev.apikeys.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Violation;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingValuesTest {

    @ParameterizedTest
    @CsvSource({
        "api-keys.prefixes, 'cs_key_,sk_live_=live'",
        "api-keys.max-active-per-client, 0",
        "api-keys.max-active-per-client, 1000000000",
        "api-keys.max-active-per-user, 0",
        "api-keys.max-active-per-user, 1000000000",
        "api-keys.max-active-per-user, ''",
        "api-keys.default-limit, '60/minute,1000/hour'",
        "api-keys.default-limit, ''",
        "api-keys.realm-limit, 100000/day",
        "api-keys.max-lifetime, 1",
        "api-keys.max-lifetime, 315360000",
        "api-keys.max-lifetime, ''",
        "api-keys.require-expiry, true",
        "api-keys.require-ip, false",
        "api-keys.freshness, 1",
        "api-keys.freshness, 3600",
        "api-keys.claims-max-age, 0",
        "api-keys.claims-max-age, 3600",
        "api-keys.disclose-reason, false",
        "api-keys.error-format, problem",
        "api-keys.error-format, error-object",
        "api-keys.limit-error-format, error-text",
        "api-keys.limit-error-format, ''",
        "api-keys.error-messages, unauthorized=Invalid API key",
        "api-keys.expiry-notice, 1",
        "api-keys.expiry-notice, 3650",
        "api-keys.expiry-notice, '30,7,1'",
        "api-keys.expiry-notice, ''",
        "api-keys.revocation-notice, false",
        "api-keys.revoke-by-possession, false",
        "api-keys.github-leaks, disable",
        "api-keys.github-leaks, revoke",
        "api-keys.github-keys, https://keys.example/published?all",
        "api-keys.outcomes, 'sent,read'",
        "api-keys.outcome-rates, read=read/sent",
        "api-keys.usage-retention, 1",
        "api-keys.usage-retention, 3650",
        "api-keys.record-last-ip, false",
        "api-keys.revoked-retention, ''",
        "api-keys.revoked-retention, 365",
        "api-keys.accept-foreign, true",
        "api-keys.rate-limit-failure, open",
        "api-keys.rate-limit-failure, closed",
        "api-keys.self-service-max-auth-age, 1",
        "api-keys.self-service-max-auth-age, 315360000",
        "api-keys.self-service-max-auth-age, ''"
    })
    void aValueWithinTheRuleIsAccepted(String attribute, String value) {
        assertThat(TestSettings.of(Map.of(attribute, value)).violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api-keys.max-active-per-client, -1, a whole number of keys from 0 to 1000000000",
        "api-keys.max-active-per-client, 1000000001, a whole number of keys from 0 to 1000000000",
        "api-keys.max-active-per-client, '', a whole number of keys from 0 to 1000000000",
        "api-keys.max-active-per-user, 1000000001, a whole number of keys from 0 to 1000000000",
        "api-keys.max-lifetime, 0, a whole number of seconds from 1 to 315360000",
        "api-keys.max-lifetime, 315360001, a whole number of seconds from 1 to 315360000",
        "api-keys.max-lifetime, 1 year, a whole number of seconds from 1 to 315360000",
        "api-keys.require-expiry, TRUE, true or false",
        "api-keys.require-ip, '', true or false",
        "api-keys.freshness, 0, a whole number of seconds from 1 to 3600",
        "api-keys.freshness, 3601, a whole number of seconds from 1 to 3600",
        "api-keys.claims-max-age, 3601, a whole number of seconds from 0 to 3600",
        "api-keys.disclose-reason, no, true or false",
        "api-keys.error-format, PROBLEM, problem or error-object or error-status or error-text",
        "api-keys.error-format, error_object, problem or error-object or error-status or error-text",
        "api-keys.limit-error-format, same, problem or error-object or error-status or error-text",
        "api-keys.revocation-notice, no, true or false",
        "api-keys.revoke-by-possession, no, true or false",
        "api-keys.github-leaks, on, off or disable or revoke",
        "api-keys.usage-retention, 0, a whole number of days from 1 to 3650",
        "api-keys.usage-retention, 3651, a whole number of days from 1 to 3650",
        "api-keys.record-last-ip, no, true or false",
        "api-keys.revoked-retention, 0, a whole number of days from 1 to 3650",
        "api-keys.accept-foreign, 1, true or false",
        "api-keys.rate-limit-failure, ajar, closed or open",
        "api-keys.self-service-max-auth-age, 0, a whole number of seconds from 1 to 315360000"
    })
    void aValueOutsideTheRuleIsNamed(String attribute, String value, String allowed) {
        assertThat(TestSettings.of(Map.of(attribute, value)).violations())
                .containsExactly(new Violation(attribute, value, allowed));
    }

    @ParameterizedTest
    @CsvSource({
        "api-keys.prefixes, sk",
        "api-keys.default-limit, many",
        "api-keys.realm-limit, 60/month",
        "api-keys.expiry-notice, 0",
        "api-keys.outcomes, allowed",
        "api-keys.outcome-rates, read"
    })
    void aListIsReadByItsOwnRule(String attribute, String value) {
        assertThat(TestSettings.of(Map.of(attribute, value)).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.allowed()).startsWith("a comma-separated list of "));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorFormatIsWrittenAsItIsRead(ErrorFormat format) {
        assertThat(RealmSettings.ERROR_FORMAT.read(format.toString()).toOptional())
                .contains(format);
    }

    @ParameterizedTest
    @EnumSource
    void aRateLimitFailureIsWrittenAsItIsRead(RateLimitFailure failure) {
        assertThat(RealmSettings.RATE_LIMIT_FAILURE.read(failure.toString()).toOptional())
                .contains(failure);
    }
}
