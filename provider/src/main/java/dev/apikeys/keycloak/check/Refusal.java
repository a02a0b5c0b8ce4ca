package dev.apikeys.keycloak.check;

import dev.apikeys.core.Violation;
import dev.apikeys.keycloak.StorageOutage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why the answer is no.
 *
 * @param code the stable name of the reason, lower snake case
 * @param title the same for every refusal with the code
 * @param message a sentence about this refusal
 * @param challenge what {@code WWW-Authenticate} asks for
 * @param delay for a limit that is used up
 */
record Refusal(int status, String code, String title, String message, Challenge challenge, Optional<Wait> delay) {

    /** A gateway that is none, or a caller of a door that is not open. */
    static final Refusal INVALID_CLIENT = new Refusal(
            Status.UNAUTHORIZED,
            "invalid_client",
            "Gateway not authenticated",
            "The gateway must authenticate as a confidential client of the realm",
            new Challenge.Gateway(),
            Optional.empty());

    /** As at Keycloak's own endpoints, by the realm's setting. */
    static final Refusal HTTPS_REQUIRED = new Refusal(
            Status.FORBIDDEN,
            "invalid_request",
            "Invalid request",
            "HTTPS required",
            new Challenge.None(),
            Optional.empty());

    /** Nothing is known of the key: it is neither let through nor said to be bad. */
    static final Refusal UNAVAILABLE = new Refusal(
            Status.UNAVAILABLE,
            StorageOutage.CODE,
            "Temporarily unavailable",
            StorageOutage.DESCRIPTION,
            new Challenge.None(),
            Optional.of(new Wait(StorageOutage.RETRY_SECONDS, Set.of())));

    /**
     * When the same call may be let through.
     *
     * @param seconds whole ones, at least one
     * @param policies names of those that are used up
     */
    record Wait(long seconds, Set<String> policies) {

        Wait {
            policies = Set.copyOf(policies);
        }
    }

    /** A request that cannot be read. */
    static Refusal badRequest(List<Violation> violations) {
        return new Refusal(
                Status.BAD_REQUEST,
                "invalid_request",
                "Invalid request",
                violations.stream().map(Violation::message).collect(Collectors.joining("; ")),
                new Challenge.None(),
                Optional.empty());
    }

    /** The same with another status. */
    Refusal withStatus(int other) {
        return new Refusal(other, code, title, message, challenge, delay);
    }
}
