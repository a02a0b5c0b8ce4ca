package dev.apikeys.keycloak.ui;

import dev.apikeys.keycloak.directory.DocumentedApis;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * {@code /ui}: the pages of API keys without a console around them, for the day when a console is not as we expect. The page
 * says nothing about the realm that its login page does not say; what administrators see and do goes through the admin REST
 * API, with a token that they log in for.
 */
public class UiResource {

    private final KeycloakSession session;
    private final RealmModel realm;

    public UiResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** 404 with a page that says what to do while administrators have no client to log in with, or one that is not ours. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        if (!realm.isEnabled()) {
            throw new NotFoundException();
        }
        UiAddresses addresses = new UiAddresses(session, realm);
        UiClient client = new UiClient(realm);
        UiEnvironment environment = UiEnvironment.of(realm, addresses, client, locale());
        Response.ResponseBuilder response = Response.status(
                        client.isReady() ? Response.Status.OK : Response.Status.NOT_FOUND)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new UiPage(addresses, UiAssets.of(session)).html(environment));
        // Keycloak's own would take the place of ours, which are stricter
        session.getProvider(SecurityHeadersProvider.class).options().skipHeaders();
        new UiHeaders(realm, addresses, client.isReady(), new DocumentedApis(session, realm))
                .all()
                .forEach(response::header);
        return response.build();
    }

    /** As for Keycloak's own pages, where nobody has logged in yet; {@code ui_locales} stands above the browser's choice. */
    private String locale() {
        Optional.ofNullable(
                        session.getContext().getUri().getQueryParameters().getFirst(OIDCLoginProtocol.UI_LOCALES_PARAM))
                .map(locales -> locales.split(" ", 2)[0])
                .ifPresent(first -> session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, first));
        return session.getContext().resolveLocale(null).toLanguageTag();
    }
}
