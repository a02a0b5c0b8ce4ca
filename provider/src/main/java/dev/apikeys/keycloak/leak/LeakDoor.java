package dev.apikeys.keycloak.leak;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.settings.Setting;
import dev.apikeys.keycloak.CallerIp;
import dev.apikeys.keycloak.RealmKeys;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

/** What the doors of this package have in common: anybody may come, over a connection that the realm trusts. */
record LeakDoor(KeycloakSession session) {

    <T> T setting(Setting<T> setting) {
        return settings().get(setting);
    }

    private RealmSettings settings() {
        return new RealmKeys(session, session.getContext().getRealm()).settings();
    }

    /** Why nobody is listened to; empty when the caller is. */
    Optional<Response> refusal(boolean open) {
        if (!open) {
            return Optional.of(LeakAnswers.refused(Response.Status.NOT_FOUND, LeakAnswers.OFF));
        }
        KeycloakContext context = session.getContext();
        boolean plain = context.getRealm().getSslRequired().isRequired(context.getConnection())
                && !"https".equals(context.getUri().getBaseUri().getScheme());
        return plain ? Optional.of(LeakAnswers.refused(Response.Status.FORBIDDEN, "HTTPS required")) : Optional.empty();
    }

    /** Whence the caller comes, for events. */
    Optional<String> address() {
        return CallerIp.ofConnection(session).map(IpAddress::toString);
    }
}
