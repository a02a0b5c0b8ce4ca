package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {

    private static final Refusal LACKING = new Refusal(
            403, "INSUFFICIENT_SCOPE", "API key lacks required scope: calls:write", OptionalLong.empty(), List.of());
    private static final Refusal LIMITED = new Refusal(
            429,
            "RATE_LIMIT_EXCEEDED",
            "Too many requests. Try again in 12 seconds.",
            OptionalLong.of(12),
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
}
