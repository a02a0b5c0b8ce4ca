package dev.apikeys.keycloak.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/**
 * The scripts and styles of our theme.
 *
 * @param directory changes with their content, so that browsers never use old ones
 */
record UiAssets(String directory) {

    private static final String PROPERTY = "apiKeysAssets";

    static UiAssets of(KeycloakSession session) {
        try {
            Theme theme = session.theme().getTheme(UiAddresses.THEME, Theme.Type.ADMIN);
            return new UiAssets(Objects.requireNonNull(theme.getProperties().getProperty(PROPERTY), PROPERTY));
        } catch (IOException e) {
            throw new UncheckedIOException("the theme is in our own jar", e);
        }
    }
}
