package dev.apikeys.keycloak.rest;

import dev.apikeys.core.Violation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Refuses requests whose {@code Content-Type} cannot be read. Keycloak itself answers them with 500, whatever they ask for: what
 * adds its security headers to answers reads that field, and throws.
 */
public final class ReadableType {

    private ReadableType() {}

    /** Returns for a field that can be read and when there is none; otherwise 400. */
    public static void require(KeycloakSession session) {
        try {
            session.getContext().getHttpRequest().getHttpHeaders().getMediaType();
        } catch (IllegalArgumentException e) {
            session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
            throw new WebApplicationException(refusal());
        }
    }

    private static Response refusal() {
        Violation violation = new Violation(HttpHeaders.CONTENT_TYPE, "", "a media type");
        return Response.fromResponse(Answers.refusal(List.of(violation)).getResponse())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
