package dev.apikeys.keycloak.admin;

import dev.apikeys.core.Violation;
import dev.apikeys.keycloak.rest.Answers;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** The clients of a realm by the names that requests give them. */
record NamedClients(RealmModel realm) {

    /** The client of that client id, or 400. */
    ClientModel find(String clientId) {
        boolean readable = clientId.chars().noneMatch(Character::isISOControl);
        ClientModel client = readable ? realm.getClientByClientId(clientId) : null;
        if (client == null) {
            throw Answers.refusal(
                    List.of(new Violation("clientId", clientId, "the client id of a client of this realm")));
        }
        return client;
    }
}
