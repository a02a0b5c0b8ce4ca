package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {

    private static final Refusal LACKING = new Refusal(
            403,
            "INSUFFICIENT_SCOPE",
            "API key lacks required scope: calls:write",
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of());
    private static final Refusal LIMITED = new Refusal(
            429,
            "RATE_LIMIT_EXCEEDED",
            "Too many requests. Try again in 12 seconds.",
            OptionalLong.of(12),
            OptionalLong.of(60),
            List.of("key"));

    @Test
    void anErrorObjectHasCodeAndMessage() {
        assertThat(ErrorBody.errorObject().mediaType()).isEqualTo("application/json");
        assertThat(ErrorBody.errorObject().write(LACKING))
                .isEqualTo("{\"error\":{\"code\":\"INSUFFICIENT_SCOPE\","
                        + "\"message\":\"API key lacks required scope: calls:write\"}}");
    }

    @Test
    void anErrorObjectSaysHowLongToWait() {
        assertThat(ErrorBody.errorObject().write(LIMITED))
                .isEqualTo("{\"error\":{\"code\":\"RATE_LIMIT_EXCEEDED\","
                        + "\"message\":\"Too many requests. Try again in 12 seconds.\"},\"retry_after\":12}");
    }

    @Test
    void aProblemHasTheMembersOfRfc9457() {
        assertThat(ErrorBody.problem().mediaType()).isEqualTo("application/problem+json");
        assertThat(ErrorBody.problem().write(LACKING))
                .isEqualTo(
                        "{\"type\":\"urn:keycloak:params:api-keys:error:insufficient_scope\",\"title\":\"Forbidden\","
                                + "\"status\":403,\"detail\":\"API key lacks required scope: calls:write\","
                                + "\"code\":\"insufficient_scope\"}");
    }

    @Test
    void aProblemOfLimitsNamesThePoliciesThatAreUsedUp() {
        assertThat(ErrorBody.problem().write(LIMITED))
                .isEqualTo("{\"type\":\"https://iana.org/assignments/http-problem-types#quota-exceeded\","
                        + "\"title\":\"Too Many Requests\",\"status\":429,"
                        + "\"detail\":\"Too many requests. Try again in 12 seconds.\","
                        + "\"code\":\"rate_limit_exceeded\",\"violated-policies\":[\"key\"],\"retry_after\":12}");
    }

    @Test
    void theStatusCanBeTheCodeAndTheCodeTheError() {
        assertThat(ErrorBody.errorStatus().write(LACKING))
                .isEqualTo("{\"error\":{\"code\":\"403\",\"message\":\"API key lacks required scope: calls:write\"}}");
        assertThat(ErrorBody.errorText().write(LIMITED))
                .isEqualTo("{\"error\":\"rate_limit_exceeded\","
                        + "\"message\":\"Too many requests. Try again in 12 seconds.\",\"retry_after\":12}");
    }

    @Test
    void limitsCanHaveAShapeAndRefusalsSentencesOfTheirOwn() {
        ErrorBody body = ErrorBody.problem()
                .forLimits(ErrorBody.errorText())
                .saying(refusal -> refusal.limit().isPresent()
                        ? "Limit: " + refusal.limit().getAsLong() + "/min."
                        : refusal.message());

        assertThat(body.mediaType()).isEqualTo("application/problem+json");
        assertThat(body.mediaType(LIMITED)).isEqualTo("application/json");
        assertThat(body.write(LIMITED))
                .isEqualTo("{\"error\":\"rate_limit_exceeded\",\"message\":\"Limit: 60/min.\",\"retry_after\":12}");
        assertThat(body.write(LACKING)).isEqualTo(ErrorBody.problem().write(LACKING));
    }
}
