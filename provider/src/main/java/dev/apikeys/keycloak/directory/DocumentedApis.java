package dev.apikeys.keycloak.directory;

import dev.apikeys.core.settings.ClientSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The APIs of a realm whose clients say where their OpenAPI document is. */
public record DocumentedApis(KeycloakSession session, RealmModel realm) {

    /** {@code http}, {@code https}, both or neither: how browsers reach the documents. */
    public Stream<String> schemes() {
        return new ClientAttribute(session, realm, ClientSettings.OPENAPI_URL.attribute())
                .values()
                .map(ClientSettings.OPENAPI_URL::readOrDefault)
                .flatMap(Optional::stream)
                .map(url -> url.getScheme().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted();
    }
}
