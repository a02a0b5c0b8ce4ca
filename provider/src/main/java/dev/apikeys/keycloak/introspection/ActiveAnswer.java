package dev.apikeys.keycloak.introspection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.cache.Standing;
import dev.apikeys.keycloak.directory.ClientOrganization;
import dev.apikeys.keycloak.directory.KeycloakDirectory;
import dev.apikeys.keycloak.directory.LivePrincipal;
import dev.apikeys.keycloak.directory.TokenTie;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.TokenUtil;
import org.keycloak.utils.MediaType;

/** What an access token of the client and the subject would introspect to, and what the key itself says. */
final class ActiveAnswer {

    private final KeycloakSession session;
    private final KeycloakDirectory directory;
    private final RealmSettings settings;
    private final Clock clock;

    ActiveAnswer(KeycloakSession session, RealmKeys realmKeys) {
        this.session = session;
        this.directory = realmKeys.directory();
        this.settings = realmKeys.settings();
        this.clock = realmKeys.clock();
    }

    ObjectNode write(Found found, LivePrincipal principal, ClientModel resourceServer) {
        long expiry = expiry(found).getEpochSecond();
        ObjectNode json = principal.claims().claims();
        json.put("jti", found.key().id());
        json.put("iat", issuedAt(found));
        json.put("exp", expiry);
        Standing standing = principal.standing();
        json.put("client_id", standing.clientId()).put("azp", standing.clientId());
        String scope = standing.scopeClaim();
        json.remove("scope");
        if (!scope.isBlank()) {
            json.put("scope", scope);
        }
        if (!json.has("username")) {
            json.put("username", standing.username());
        }
        if (!json.has(OAuth2Constants.ORGANIZATION)) {
            principal.organization().flatMap(ClientOrganization::name).ifPresent(name -> json.putArray(
                            OAuth2Constants.ORGANIZATION)
                    .add(name));
        }
        json.put("token_type", TokenUtil.TOKEN_TYPE_BEARER);
        json.put("active", true);
        describe(found, principal, json.putObject("api_key"));
        if (wantsJwt(resourceServer)) {
            json.put("jwt", jwt(found, principal, expiry));
        }
        return json;
    }

    private static long issuedAt(Found found) {
        return found.secret().createdAt().getEpochSecond();
    }

    private String jwt(Found found, LivePrincipal principal, long expiry) {
        AccessToken token = directory.tokens().introspected(found);
        token.id(found.key().id());
        token.iat(issuedAt(found));
        token.exp(expiry);
        TokenTie.tie(token, found, principal.effectiveScopes());
        return session.tokens().encode(token);
    }

    /** Gateways cache until then: never longer than the key is good, nor longer than the realm wants. */
    private Instant expiry(Found found) {
        Instant fresh = clock.instant().plusSeconds(settings.get(RealmSettings.FRESHNESS));
        return TokenTie.end(found).filter(fresh::isAfter).orElse(fresh);
    }

    private static void describe(Found found, LivePrincipal principal, ObjectNode json) {
        ApiKey key = found.key();
        json.put("id", key.id());
        json.put("name", key.label().name());
        key.label().environment().ifPresent(environment -> json.put("environment", environment));
        json.put("hint", found.secret().display().hint());
        key.lifecycle().expiresAt().ifPresent(end -> json.put("expires_at", end.getEpochSecond()));
        ArrayNode groups = json.putArray("scope_groups");
        principal.standing().groups().forEach(groups::add);
        json.putRawValue("metadata", new RawValue(key.label().metadata()));
    }

    /** As in stock introspection: the client asked for it and may have it. */
    private boolean wantsJwt(ClientModel resourceServer) {
        String accept = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.ACCEPT);
        return MediaType.APPLICATION_JWT.equals(accept)
                && Boolean.parseBoolean(
                        resourceServer.getAttribute(Constants.SUPPORT_JWT_CLAIM_IN_INTROSPECTION_RESPONSE_ENABLED));
    }
}
