package dev.apikeys.keycloak.token;

import dev.apikeys.core.key.KeyValue;
import dev.apikeys.keycloak.BasicCredentials;
import dev.apikeys.keycloak.KeyHeaders;
import dev.apikeys.keycloak.RealmKeys;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;

/**
 * A key in a token request.
 *
 * @param clientId the client that the request names; empty when it names none
 */
record PresentedKey(KeyValue value, Optional<String> clientId) {

    /** Looks where RFC 6749 §2.3.1 puts a client secret, then into {@code X-API-Key} and {@code Authorization: ApiKey}. */
    static Optional<PresentedKey> in(HttpRequest request, RealmKeys realmKeys) {
        MultivaluedMap<String, String> form = request.getDecodedFormParameters();
        HttpHeaders headers = request.getHttpHeaders();
        Optional<String> authorization = Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        Optional<BasicCredentials> basic = authorization.flatMap(BasicCredentials::in);
        Optional<String> clientId = Optional.ofNullable(form.getFirst(OAuth2Constants.CLIENT_ID))
                .or(() -> basic.map(BasicCredentials::clientId));
        Optional<KeyValue> secret = Optional.ofNullable(form.getFirst(OAuth2Constants.CLIENT_SECRET))
                .map(KeyValue::of)
                .or(() -> basic.map(BasicCredentials::secret));
        if (secret.isPresent()) {
            return secret.filter(realmKeys::isKeyAmongSecrets).map(value -> new PresentedKey(value, clientId));
        }
        return KeyHeaders.authorization(headers, KeyHeaders.API_KEY_SCHEME).stream()
                .findFirst()
                .or(() -> KeyHeaders.plain(headers).stream().findFirst())
                .map(value -> new PresentedKey(KeyValue.of(value), clientId));
    }
}
