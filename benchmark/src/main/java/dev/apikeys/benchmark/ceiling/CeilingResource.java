package dev.apikeys.benchmark.ceiling;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.services.resource.RealmResourceProvider;

/** Answers at once: what remains is Keycloak's own cost of a request. */
public class CeilingResource implements RealmResourceProvider {

    private static final String OK = "ok";
    private static final String ID = "3f0c9a52-6a0c-4d38-9f3c-5f0f0a1f7a10";

    private final KeycloakSession session;

    CeilingResource(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** Below {@code /realms/{realm}/ceiling}. */
    @GET
    @Path("/")
    @Produces(MediaType.TEXT_PLAIN)
    public String ok() {
        return OK;
    }

    /** With the header fields that the check endpoint answers a good key with. */
    @GET
    @Path("fields")
    public Response fields() {
        return Response.ok()
                .type(MediaType.TEXT_PLAIN_TYPE)
                .header("Cache-Control", "no-store")
                .header("Content-Length", 0)
                .header("X-Api-Key-Id", ID)
                .header("X-Api-Key-Client", "shop-backend")
                .header("X-Api-Key-Subject", ID)
                .header("X-Api-Key-Scope", "calls:read")
                .build();
    }

    /** After Keycloak's own authentication of the client that asks, as its introspection endpoint has it. */
    @GET
    @Path("authenticated")
    @Produces(MediaType.TEXT_PLAIN)
    public String authenticated() {
        KeycloakContext context = session.getContext();
        EventBuilder event = new EventBuilder(context.getRealm(), session, context.getConnection())
                .event(EventType.INTROSPECT_TOKEN);
        AuthorizeClientUtil.authorizeClient(session, event, null);
        return OK;
    }

    @Override
    public void close() {}
}
