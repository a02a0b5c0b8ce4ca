package dev.apikeys.keycloak.account;

import jakarta.ws.rs.HttpMethod;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.account.CorsPreflightService;

/** Lets callers in as Keycloak's own account resource does; preflights of CORS come without a token. */
public final class AccountDoor {

    private AccountDoor() {}

    /** The resource that answers this request, or 401 or 404. */
    public static Object open(KeycloakSession session) {
        return HttpMethod.OPTIONS.equals(session.getContext().getHttpRequest().getHttpMethod())
                ? new CorsPreflightService()
                : new AccountResource(AccountContext.of(session));
    }
}
