package dev.apikeys.keycloak.rest;

import dev.apikeys.core.Violation;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** The clients of a realm by the names that requests give them. */
public record NamedClients(RealmModel realm) {

    /** The client of exactly that client id: MariaDB also finds those that differ in case or in spaces at the end. */
    public Optional<ClientModel> find(String clientId) {
        boolean readable = clientId.chars().noneMatch(Character::isISOControl);
        return Optional.ofNullable(readable ? realm.getClientByClientId(clientId) : null)
                .filter(client -> client.getClientId().equals(clientId));
    }

    /** The same, or 400. */
    public ClientModel require(String clientId) {
        return find(clientId).orElseThrow(() -> refusal(clientId, "the client id of a client of this realm"));
    }

    /** 400: the client id is not what is allowed. */
    public static RuntimeException refusal(String clientId, String allowed) {
        return Answers.refusal(List.of(new Violation("clientId", clientId, allowed)));
    }
}
