package dev.apikeys.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenialReasonTest {

    // Stable: they stand in JSON, events and metrics. A reason may be added; none may be renamed.
    @Test
    void theCodesAreTheDocumentedOnes() {
        assertThat(Stream.of(DenialReason.values()).map(DenialReason::code))
                .containsExactly(
                        "unauthorized",
                        "key_expired",
                        "key_revoked",
                        "key_disabled",
                        "client_disabled",
                        "subject_disabled",
                        "audience_denied",
                        "ip_denied",
                        "insufficient_scope",
                        "rate_limit_exceeded");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsDescribedInOneSentence(DenialReason reason) {
        assertThat(reason.description()).matches("(The|Too many) .*API key[^.]*");
    }

    @Test
    void noTwoReasonsReadTheSame() {
        assertThat(Stream.of(DenialReason.values()).map(DenialReason::description))
                .doesNotHaveDuplicates();
    }
}
