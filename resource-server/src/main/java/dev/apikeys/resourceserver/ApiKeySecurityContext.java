package dev.apikeys.resourceserver;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The caller's key in the words of Jakarta REST: its scopes are the roles. */
final class ApiKeySecurityContext implements SecurityContext {

    private static final String SCHEME = "API_KEY";

    private final ApiKeyPrincipal principal;
    private final boolean secure;

    ApiKeySecurityContext(ApiKeyPrincipal principal, boolean secure) {
        this.principal = principal;
        this.secure = secure;
    }

    @Override
    public Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
        return principal.scopes().contains(role);
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getAuthenticationScheme() {
        return SCHEME;
    }
}
