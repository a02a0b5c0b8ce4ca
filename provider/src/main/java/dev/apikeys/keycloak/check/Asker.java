package dev.apikeys.keycloak.check;

import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;

/** Who asks whether a key is good. */
sealed interface Asker {

    /** A confidential client of the realm: what it says of its caller is believed. */
    record Gateway(ClientModel client) implements Asker {

        static final String TOKENS_ALLOWED =
                "true for the gateway's own audience, or for a gateway whose client may exchange tokens (Standard token exchange)";

        /**
         * A gateway says where its caller is, and a token is good whoever carries it: with a stolen key that is restricted
         * to addresses, any client of the realm could get a token for somebody else's API. So this takes the switch that
         * Keycloak has for clients which may get tokens for others.
         */
        boolean mayHaveTokensFor(ClientModel audience) {
            return audience.getId().equals(client.getId())
                    || OIDCAdvancedConfigWrapper.fromClientModel(client).isStandardTokenExchangeEnabled();
        }
    }

    /** Somebody who presented no credentials of its own. */
    record Anybody() implements Asker {

        static final String NOTHING = "nothing without the credentials of a gateway";
    }

    /** Somebody whose credentials are not good, or not those of a confidential client. */
    record Impostor() implements Asker {}
}
