package dev.apikeys.keycloak.check;

import org.keycloak.models.ClientModel;

/** Who asks whether a key is good. */
sealed interface Asker {

    /** A confidential client of the realm: what it says of its caller is believed. */
    record Gateway(ClientModel client) implements Asker {}

    /** Somebody who presented no credentials of its own. */
    record Anybody() implements Asker {

        static final String NOTHING = "nothing without the credentials of a gateway";
    }

    /** Somebody whose credentials are not good, or not those of a confidential client. */
    record Impostor() implements Asker {}
}
