package dev.apikeys.keycloak.check;

import dev.apikeys.core.Parsed;
import dev.apikeys.keycloak.directory.AudienceRule;
import dev.apikeys.keycloak.directory.KeyClients;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** The APIs that keys are presented to: clients of the realm. */
record Audiences(RealmModel realm) {

    private static final String OTHERS =
            "the gateway's own client id, or that of another API when the gateway's client has api-keys.gateway=true";

    private static final String EXEMPT =
            "an API that asks itself, because its client is exempt from the audience check (or take the exemption away)";

    private static final String ALLOWED = "the client id of an enabled client of the realm";

    /** The API of that name, if the gateway may ask about keys for it. */
    Parsed<ClientModel> find(String clientId, ClientModel gateway) {
        if (gateway.getClientId().equals(clientId)) {
            return Parsed.good(gateway);
        }
        if (!KeyClients.isGateway(gateway)) {
            return Parsed.bad(OTHERS);
        }
        Optional<ClientModel> audience = find(clientId);
        if (audience.filter(AudienceRule::isSwitchedOffFor).isPresent()) {
            return Parsed.bad(EXEMPT);
        }
        return audience.map(Parsed::good).orElseGet(() -> Parsed.bad(ALLOWED));
    }

    /** The API of that name, if anybody may ask about keys for it. */
    Optional<ClientModel> findOpen(String clientId) {
        return find(clientId)
                .filter(KeyClients::hasOpenChecks)
                .filter(client -> !AudienceRule.isSwitchedOffFor(client));
    }

    private Optional<ClientModel> find(String clientId) {
        return Optional.ofNullable(realm.getClientByClientId(clientId)).filter(ClientModel::isEnabled);
    }
}
