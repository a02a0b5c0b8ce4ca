package dev.apikeys.keycloak.notice;

import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.urls.UrlType;

/** Where users find their keys: our page in the account console. */
record AccountLink(KeycloakSession session, RealmModel realm) {

    private static final Logger LOG = Logger.getLogger(AccountLink.class);

    /** Keycloak 26.6 asks for the request before it looks whether it needs one. */
    private static final UriInfo NO_REQUEST = (UriInfo) Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                throw new IllegalStateException("there is no request");
            });

    /** Empty when the realm's account theme has no such page, or nobody has told Keycloak under which name it is known. */
    Optional<String> find() {
        return hasPage() ? base().map(this::page) : Optional.empty();
    }

    private String page(URI base) {
        return KeycloakUriBuilder.fromUri(base)
                .path("realms/{realm}/account/api-keys")
                .build(realm.getName())
                .toString();
    }

    /** The page comes with a script of ours. */
    private boolean hasPage() {
        try {
            Properties theme = session.theme().getTheme(Theme.Type.ACCOUNT).getProperties();
            return theme.stringPropertyNames().stream()
                    .filter(name -> name.startsWith("scripts"))
                    .anyMatch(name -> theme.getProperty(name).contains("apikeys/"));
        } catch (IOException e) {
            LOG.debug("The account theme cannot be read", e);
            return false;
        }
    }

    /** There is no request whose address could stand in for a name that is not configured. */
    private Optional<URI> base() {
        try {
            return Optional.of(new KeycloakUriInfo(session, UrlType.FRONTEND, NO_REQUEST).getBaseUri());
        } catch (RuntimeException e) {
            LOG.debug("Keycloak's address is known to requests only", e);
            return Optional.empty();
        }
    }
}
