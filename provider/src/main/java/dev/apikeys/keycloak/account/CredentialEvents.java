package dev.apikeys.keycloak.account;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.credential.ApiKeyCredentialModel;
import dev.apikeys.keycloak.keys.Change;
import jakarta.ws.rs.WebApplicationException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** User events of changes, as Keycloak writes them for other credentials. They say which key, never its value or hash. */
final class CredentialEvents {

    private static final String ACTION = "api_key_action";

    private final RealmModel realm;
    private final Caller caller;

    CredentialEvents(RealmModel realm, Caller caller) {
        this.realm = realm;
        this.caller = caller;
    }

    /** What the caller does to a key. */
    enum Action {
        CREATE,
        UPDATE,
        ENABLE,
        DISABLE,
        ROTATE,
        REVOKE;

        private EventType type() {
            return this == REVOKE ? EventType.REMOVE_CREDENTIAL : EventType.UPDATE_CREDENTIAL;
        }
    }

    /**
     * Reports what became of a change; one that changes nothing is no event.
     *
     * @param before the key as it was; empty for a new one
     */
    void report(Change change, Optional<ApiKey> before, Action action) {
        EventBuilder event =
                event(action.type(), before).detail(ACTION, action.name().toLowerCase(Locale.ROOT));
        if (change instanceof Change.Done done) {
            if (before.filter(done.key()::equals).isEmpty()) {
                describe(event, done.key()).success();
            }
        } else if (change instanceof Change.Conflict conflict) {
            event.detail(Details.REASON, conflict.message()).error(Errors.NOT_ALLOWED);
        } else {
            event.error(Errors.INVALID_REQUEST);
        }
    }

    /** What the supplier reads from the request; where it refuses that, the event says so first. */
    <T> T reading(Optional<ApiKey> before, Action action, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (WebApplicationException refusal) {
            event(action.type(), before)
                    .detail(ACTION, action.name().toLowerCase(Locale.ROOT))
                    .error(Errors.INVALID_REQUEST);
            throw refusal;
        }
    }

    /** An administrator is in the session of the user, and would get what outlives it. */
    void impersonated(Optional<ApiKey> key) {
        event(EventType.UPDATE_CREDENTIAL, key)
                .detail(Details.REASON, "the user is impersonated")
                .error(Errors.NOT_ALLOWED);
    }

    /** The login is too long ago for what would hand out a value. */
    void loginTooOld(Optional<ApiKey> key) {
        event(EventType.UPDATE_CREDENTIAL, key).error(RecentLogin.ERROR);
    }

    /** The client of the key does not offer self-service. */
    void notServed(ApiKey key) {
        event(EventType.UPDATE_CREDENTIAL, Optional.of(key))
                .detail(Details.REASON, "the client does not offer self-service")
                .error(Errors.NOT_ALLOWED);
    }

    private EventBuilder event(EventType type, Optional<ApiKey> key) {
        EventBuilder event = caller.event().event(type).detail(Details.CREDENTIAL_TYPE, ApiKeyCredentialModel.TYPE);
        key.ifPresent(known -> describe(event, known));
        return event;
    }

    private EventBuilder describe(EventBuilder event, ApiKey key) {
        ClientModel client = realm.getClientById(key.owner().clientId());
        if (client != null) {
            event.detail("api_key_client", client.getClientId());
        }
        return event.detail(Details.CREDENTIAL_ID, key.id())
                .detail(Details.CREDENTIAL_USER_LABEL, key.label().name());
    }
}
