package dev.apikeys.keycloak.check;

import dev.apikeys.keycloak.check.Asker.Gateway;
import dev.apikeys.keycloak.keys.JsonFields;

/** What becomes of a request that only gateways may make. */
sealed interface GatewayOnly {

    /**
     * The gateway is known.
     *
     * @param fields of the query, which are good so far; what else is wrong with the request is added to them
     */
    record Known(Gateway gateway, JsonFields fields) implements GatewayOnly {}

    /** It is not let in. */
    record Refused(Refusal why) implements GatewayOnly {}
}
