package dev.apikeys.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
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

/**
 * What was done to a key by nobody whom Keycloak knows, as an admin event of the key, where it stands among what was done to the
 * key. {@link org.keycloak.services.resources.admin.AdminEventBuilder} names an administrator, so it cannot write it. (A user
 * event would have to be one of a changed credential, and Keycloak sends e-mails about those itself.)
 *
 * @param address whence it was done; empty when it was the server itself
 */
public record EventOfNobody(KeycloakSession session, RealmModel realm, Clock clock, Optional<String> address) {

    private static final Logger LOG = Logger.getLogger(EventOfNobody.class);

    /**
     * Stores the event, if the realm stores such events, and tells the realm's listeners.
     *
     * @param action the last part of the path
     */
    public void report(String keyId, String action, ObjectNode representation) {
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(clock.millis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setAuthDetails(nobody());
        event.setOperationType(OperationType.ACTION);
        event.setResourceTypeAsString("API_KEY");
        event.setResourcePath("api-keys/" + keyId + "/" + action);
        event.setRepresentation(representation.toString());
        boolean details = realm.isAdminEventsDetailsEnabled();
        if (realm.isAdminEventsEnabled()) {
            store(event, details);
        }
        Set<String> ofRealm = realm.getEventsListenersStream().collect(Collectors.toSet());
        session.getKeycloakSessionFactory()
                .getProviderFactoriesStream(EventListenerProvider.class)
                .map(EventListenerProviderFactory.class::cast)
                .filter(listener -> listener.isGlobal() || ofRealm.contains(listener.getId()))
                .forEach(listener -> tell(listener.getId(), event, details));
    }

    /** An installation need not have an event store; Keycloak's own events go without it as well. */
    private void store(AdminEvent event, boolean details) {
        EventStoreProvider store = session.getProvider(EventStoreProvider.class);
        if (store == null) {
            LOG.warn("Admin events enabled, but no event store provider configured");
        } else {
            store.onEvent(event, details);
        }
    }

    private AuthDetails nobody() {
        AuthDetails details = new AuthDetails();
        details.setRealmId(realm.getId());
        details.setRealmName(realm.getName());
        address.ifPresent(details::setIpAddress);
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
}
