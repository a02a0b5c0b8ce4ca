package dev.apikeys.keycloak.token;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.verify.Check;
import dev.apikeys.core.verify.Check.Passed;
import dev.apikeys.core.verify.DenialReason;
import dev.apikeys.core.verify.KeyVerifier;
import dev.apikeys.core.verify.Presented;
import dev.apikeys.core.verify.Verdict.Denied;
import dev.apikeys.core.verify.Verdict.Found;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.keys.WithoutKeys;
import dev.apikeys.keycloak.usage.DoorName;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.CorsErrorResponseException;

/**
 * One exchange of a key for a JWT (RFC 8693): the token is one of the key's own client and subject, whoever asks for it,
 * so that it can say no more than the key does. The requesting client must be in the audience of the key.
 */
final class KeyExchange {

    private static final int ONE_CALL = 1;

    private final TokenExchangeContext context;
    private final KeycloakSession session;
    private final EventBuilder event;
    private final RealmKeys realmKeys;
    private final KeyVerifier verifier;

    KeyExchange(TokenExchangeContext context) {
        this.context = context;
        this.session = context.getSession();
        this.event = context.getEvent();
        this.realmKeys = new RealmKeys(session, context.getRealm());
        this.verifier = realmKeys.verifier(DoorName.TOKEN_EXCHANGE);
    }

    Response exchange() {
        ExchangeRules.violation(context).ifPresent(message -> {
            throw refusal(OAuthErrorException.INVALID_REQUEST, message);
        });
        Parsed<Optional<IpAddress>> caller = CallerIp.saidIn(context.getFormParams());
        if (caller instanceof Parsed.Bad<?> bad) {
            String said = String.valueOf(context.getFormParams().getFirst(CallerIp.PARAMETER));
            throw refusal(
                    OAuthErrorException.INVALID_REQUEST,
                    WithoutKeys.of(new Violation(CallerIp.PARAMETER, said, bad.allowed()))
                            .message());
        }
        Check check = verifier.check(new Presented(
                KeyValue.of(context.getParams().getSubjectToken()),
                Optional.of(context.getClient().getClientId()),
                caller.toOptional().flatMap(said -> said),
                Set.of()));
        if (check instanceof Denied denied) {
            throw refusal(denied);
        }
        Passed passed = (Passed) check;
        if (!isForRequester(passed.found())) {
            verifier.refuse(passed, DenialReason.AUDIENCE_DENIED);
            throw refusal(OAuthErrorException.INVALID_REQUEST, DenialReason.UNAUTHORIZED.description());
        }
        return answer(passed);
    }

    /** As in stock token exchange; a client that may introspect without being in the audience gets no token by it. */
    private boolean isForRequester(Found found) {
        return realmKeys
                .directory()
                .tokens()
                .audienceNow(found)
                .contains(context.getClient().getClientId());
    }

    private Response answer(Passed passed) {
        Found found = passed.found();
        realmKeys.directory().principalOf(found.key()).subject().ifPresent(user -> describe(found, user));
        Set<String> effective = realmKeys.directory().principalOf(found.key()).effectiveScopes();
        Optional<Set<String>> scopes =
                RequestedScopes.narrow(context.getParams().getScope(), effective);
        if (scopes.isEmpty()) {
            verifier.refuse(passed, DenialReason.INSUFFICIENT_SCOPE);
            throw refusal(OAuthErrorException.INVALID_SCOPE, "The API key carries none of the requested scopes");
        }
        AccessToken token =
                realmKeys.directory().tokens().mint(found, scopes.get(), OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE);
        narrowAudience(token);
        if (verifier.count(passed, ONE_CALL) instanceof Denied denied) {
            return tooManyRequests(denied);
        }

        AccessTokenResponse response = new AccessTokenResponse();
        response.setToken(session.tokens().encode(token));
        response.setTokenType(token.getType());
        response.setExpiresIn(
                Math.max(0, token.getExp() - realmKeys.clock().instant().getEpochSecond()));
        response.setScope(token.getScope());
        response.setOtherClaims(OAuth2Constants.ISSUED_TOKEN_TYPE, OAuth2Constants.ACCESS_TOKEN_TYPE);
        event.detail(Details.TOKEN_ID, token.getId()).success();
        return context.getCors().add(Response.ok(response).type(MediaType.APPLICATION_JSON_TYPE));
    }

    private void describe(Found found, UserModel user) {
        event.user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail("api_key_id", found.key().id());
    }

    private void narrowAudience(AccessToken token) {
        List<String> wanted =
                Optional.ofNullable(context.getParams().getAudience()).orElse(List.of());
        List<String> available =
                Optional.ofNullable(token.getAudience()).map(Arrays::asList).orElse(List.of());
        if (!available.containsAll(wanted)) {
            throw refusal(
                    OAuthErrorException.INVALID_REQUEST,
                    "Requested audience not available: "
                            + WithoutKeys.of(new Violation("audience", String.join(" ", wanted), ""))
                                    .value());
        }
        if (!wanted.isEmpty()) {
            token.audience(wanted.toArray(String[]::new));
        }
    }

    private Response tooManyRequests(Denied denied) {
        if (!mayBeTold(denied) || denied.limited().isEmpty()) {
            throw refusal(denied);
        }
        event.detail(Details.REASON, denied.reason().code()).error(Errors.INVALID_REQUEST);
        return context.getCors().add(TooManyRequests.response(denied.limited().get()));
    }

    private CorsErrorResponseException refusal(Denied denied) {
        event.detail(Details.REASON, denied.reason().code());
        return refusal(
                OAuthErrorException.INVALID_REQUEST,
                (mayBeTold(denied) ? denied.reason() : DenialReason.UNAUTHORIZED).description());
    }

    private boolean mayBeTold(Denied denied) {
        return realmKeys.settings().get(RealmSettings.DISCLOSE_REASON)
                && denied.concerns(context.getClient().getClientId());
    }

    private CorsErrorResponseException refusal(String error, String description) {
        event.error(Errors.INVALID_REQUEST);
        return new CorsErrorResponseException(context.getCors(), error, description, Response.Status.BAD_REQUEST);
    }
}
