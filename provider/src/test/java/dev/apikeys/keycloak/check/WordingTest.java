package dev.apikeys.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.verify.DenialReason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, 401",
        "KEY_EXPIRED, 401",
        "KEY_REVOKED, 401",
        "KEY_DISABLED, 401",
        "CLIENT_DISABLED, 401",
        "SUBJECT_DISABLED, 401",
        "AUDIENCE_DENIED, 403",
        "IP_DENIED, 403",
        "INSUFFICIENT_SCOPE, 403",
        "RATE_LIMIT_EXCEEDED, 429"
    })
    void everyReasonHasItsStatus(DenialReason reason, int status) {
        assertThat(Wording.of(reason).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void theCodeIsTheReason(DenialReason reason) {
        assertThat(Wording.of(reason).code()).isEqualTo(reason.code());
    }

    @ParameterizedTest
    @EnumSource(names = "RATE_LIMIT_EXCEEDED", mode = EnumSource.Mode.EXCLUDE)
    void withoutTheReasonOnlyTheStatusIsLeft(DenialReason reason) {
        Wording told = Wording.of(reason).lacking(Set.of("calls:write")).withoutReason();

        assertThat(told.code()).isEqualTo(told.status() == Status.UNAUTHORIZED ? "unauthorized" : "forbidden");
        assertThat(told.message()).doesNotContain("calls:write");
    }

    @Test
    void aUsedUpLimitIsNoSecret() {
        Wording limited = Wording.of(DenialReason.RATE_LIMIT_EXCEEDED);
        assertThat(limited.withoutReason()).isEqualTo(limited);
    }
}
