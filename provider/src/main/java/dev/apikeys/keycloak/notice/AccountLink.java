package dev.apikeys.keycloak.notice;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.keycloak.common.util.KeycloakUriBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.urls.UrlType;

/** Where users find their keys: our page in the account console. */
record AccountLink(KeycloakSession session, RealmModel realm) {

    private static final Logger LOG = Logger.getLogger(AccountLink.class);

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
            return Optional.of(session.getContext().getUri(UrlType.FRONTEND).getBaseUri());
        } catch (RuntimeException e) {
            LOG.debug("Keycloak's address is known to requests only", e);
            return Optional.empty();
        }
    }
}
