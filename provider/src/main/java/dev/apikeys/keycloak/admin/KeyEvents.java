package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Admin events of changes. What they carry is the representation without the plaintext. */
final class KeyEvents {

    private static final String RESOURCE_TYPE = "API_KEY";

    private final AdminEventBuilder event;
    private final KeycloakSession session;

    KeyEvents(AdminEventBuilder event, KeycloakSession session) {
        this.event = event.resource(RESOURCE_TYPE);
        this.session = session;
    }

    void created(String id, JsonNode representation) {
        event.operation(OperationType.CREATE)
                .resourcePath(session.getContext().getUri(), id)
                .representation(representation)
                .success();
    }

    void updated(JsonNode representation) {
        report(OperationType.UPDATE, representation);
    }

    /** Enabled, disabled, revoked or rotated: the last part of the path says which. */
    void acted(JsonNode representation) {
        report(OperationType.ACTION, representation);
    }

    void deleted(JsonNode representation) {
        report(OperationType.DELETE, representation);
    }

    private void report(OperationType operation, JsonNode representation) {
        event.operation(operation)
                .resourcePath(session.getContext().getUri())
                .representation(representation)
                .success();
    }
}
