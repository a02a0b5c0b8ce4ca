package dev.apikeys.keycloak.token;

import dev.apikeys.core.verify.Verdict.Found;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The key that authenticated the client of the request: from the client authenticator to the grant. */
final class AuthenticatedKey {

    private static final String ATTRIBUTE = AuthenticatedKey.class.getName();

    private AuthenticatedKey() {}

    static void remember(KeycloakSession session, Found found) {
        session.setAttribute(ATTRIBUTE, found);
    }

    /** Empty when the client authenticated by other means. */
    static Optional<Found> in(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, Found.class));
    }
}
