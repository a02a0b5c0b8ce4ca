package dev.apikeys.keycloak.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.store.NoticeKind;
import dev.apikeys.keycloak.store.QueuedNotice;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/**
 * That an owner was told, as an admin event of the key, where it stands among what was done to the key. Nobody did it, so
 * {@link org.keycloak.services.resources.admin.AdminEventBuilder}, which names an administrator, cannot write it. (A user event
 * would have to be one of a changed credential, and Keycloak sends e-mails about those itself.)
 */
record NoticeEvent(KeycloakSession session, RealmModel realm, Clock clock) {

    private static final Logger LOG = Logger.getLogger(NoticeEvent.class);

    void report(QueuedNotice notice) {
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(clock.millis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setAuthDetails(nobody());
        event.setOperationType(OperationType.ACTION);
        event.setResourceTypeAsString("API_KEY");
        event.setResourcePath("api-keys/" + notice.keyId() + "/notice");
        event.setRepresentation(representation(notice).toString());
        boolean details = realm.isAdminEventsDetailsEnabled();
        if (realm.isAdminEventsEnabled()) {
            session.getProvider(EventStoreProvider.class).onEvent(event, details);
        }
        Set<String> ofRealm = realm.getEventsListenersStream().collect(Collectors.toSet());
        session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(EventListenerProvider.class)
                .map(EventListenerProviderFactory.class::cast)
                .filter(listener -> listener.isGlobal() || ofRealm.contains(listener.getId()))
                .forEach(listener -> tell(listener.getId(), event, details));
    }

    private AuthDetails nobody() {
        AuthDetails details = new AuthDetails();
        details.setRealmId(realm.getId());
        details.setRealmName(realm.getName());
        return details;
    }

    private void tell(String listener, AdminEvent event, boolean details) {
        EventListenerProvider provider = session.getProvider(EventListenerProvider.class, listener);
        try {
            if (provider != null) {
                provider.onEvent(event, details);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "The event listener %s has failed", listener);
        }
    }

    /** No address: whose it was can be found out by those who may. */
    private static ObjectNode representation(QueuedNotice notice) {
        ObjectNode json = JsonSerialization.createObjectNode()
                .put("notice", notice.kind().code())
                .put("to", notice.recipient().code());
        if (notice.kind() == NoticeKind.EXPIRY) {
            json.put("days", notice.days()).put("expiresAt", notice.moment().toString());
        }
        return json;
    }
}
