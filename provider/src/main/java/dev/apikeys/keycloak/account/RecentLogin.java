package dev.apikeys.keycloak.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.rest.Answers;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.JsonSerialization;

/**
 * Demands a recent login of who is about to get a value, where the realm wants one: a browser left open must not be
 * enough for a credential that outlives the session. The refusal is a step-up challenge (RFC 9470 §3).
 */
final class RecentLogin {

    /** The error code (RFC 9470 §3). */
    static final String ERROR = "insufficient_user_authentication";

    private static final String DESCRIPTION = "A more recent login is required to make or rotate an API key";

    private final RealmSettings settings;
    private final Clock clock;

    RecentLogin(RealmSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** 401 when the realm wants a more recent login than the token tells of; one that tells of none is too old. */
    Optional<Response> refusal(AccessToken token) {
        return settings.get(RealmSettings.SELF_SERVICE_MAX_AUTH_AGE)
                .filter(maxAge -> !isRecent(token, maxAge))
                .map(this::challenge);
    }

    /** In whole seconds, as the token tells it; a login far in the future is none. */
    private boolean isRecent(AccessToken token, long maxAge) {
        long now = clock.instant().getEpochSecond();
        return Optional.ofNullable(token.getAuth_time())
                .filter(login -> login >= now - maxAge && login <= now + maxAge)
                .isPresent();
    }

    private Response challenge(long maxAge) {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("error", ERROR);
        json.put("error_description", DESCRIPTION);
        json.put("max_age", maxAge);
        return Answers.of(Response.Status.UNAUTHORIZED, json)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"%s\", error_description=\"%s\", max_age=\"%d\""
                                .formatted(ERROR, DESCRIPTION, maxAge))
                .build();
    }
}
