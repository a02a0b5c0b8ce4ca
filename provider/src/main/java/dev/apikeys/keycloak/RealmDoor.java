package dev.apikeys.keycloak;

import dev.apikeys.keycloak.account.AccountDoor;
import dev.apikeys.keycloak.check.CheckResource;
import dev.apikeys.keycloak.check.OutcomesResource;
import dev.apikeys.keycloak.leak.GithubAlertsResource;
import dev.apikeys.keycloak.leak.RevocationResource;
import dev.apikeys.keycloak.rest.ReadableType;
import dev.apikeys.keycloak.ui.UiResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** What callers find below {@code /realms/{realm}/api-keys}. */
public class RealmDoor implements RealmResourceProvider {

    private final KeycloakSession session;
    private final DenialEvents denialEvents;

    RealmDoor(KeycloakSession session, DenialEvents denialEvents) {
        this.session = session;
        this.denialEvents = denialEvents;
    }

    @Override
    public Object getResource() {
        ReadableType.require(session);
        return this;
    }

    /** For gateways. */
    @Path("check")
    public CheckResource check() {
        return new CheckResource(session, denialEvents);
    }

    /** For resource servers and gateways, about what became of calls. */
    @Path("outcomes")
    public OutcomesResource outcomes() {
        return new OutcomesResource(session, denialEvents);
    }

    /** For whoever has the value of a key and wants it ended. */
    @Path("revoke")
    public RevocationResource revoke() {
        return new RevocationResource(session);
    }

    /** For GitHub's secret scanning. */
    @Path("leaks/github")
    public GithubAlertsResource githubAlerts() {
        return new GithubAlertsResource(session);
    }

    /** For users, about keys of their own. */
    @Path("account")
    public Object account() {
        return AccountDoor.open(session);
    }

    /** The page for administrators that stands beside the console. */
    @Path("ui")
    public UiResource ui() {
        return new UiResource(session);
    }

    @Override
    public void close() {}
}
