package dev.apikeys.keycloak.leak;

import dev.apikeys.core.key.SigningKeys;
import dev.apikeys.core.settings.GithubKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/** Where a realm has GitHub's public keys from: its own setting, or the address that it names. */
record VerifyingKeys(KeycloakSession session) {

    private static final PublishedKeys OF_THIS_NODE = new PublishedKeys(Clock.systemUTC(), Duration.ofSeconds(5));

    /** The thread of a request is taken as long. */
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(15);

    /** Empty when nobody can say now whether there is a key of this identifier. */
    Optional<SigningKeys> find(GithubKeys setting, String identifier) {
        if (setting instanceof GithubKeys.Document document) {
            return Optional.of(document.keys());
        }
        URI address = ((GithubKeys.Address) setting).address();
        return OF_THIS_NODE.get(address, identifier, () -> new KeysDownload(
                        session.getProvider(HttpClientProvider.class).getHttpClient(), LONGEST_FETCH)
                .from(address));
    }
}
