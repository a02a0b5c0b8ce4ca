package dev.apikeys.keycloak.token;

import dev.apikeys.core.limit.Taking.Refused;
import dev.apikeys.core.verify.DenialReason;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.keycloak.OAuthErrorException;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** What the token endpoint says of a key whose limit is used up: the credentials are right, so it must not say otherwise. */
final class TooManyRequests {

    private TooManyRequests() {}

    static ResponseBuilder response(Refused refused) {
        return Response.status(Response.Status.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, refused.retryAfterSeconds())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(
                        OAuthErrorException.TEMPORARILY_UNAVAILABLE, DenialReason.RATE_LIMIT_EXCEEDED.description()));
    }
}
