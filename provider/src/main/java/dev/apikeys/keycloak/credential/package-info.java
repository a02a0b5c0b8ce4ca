/** The door through which Keycloak itself sees keys: the credential SPI. */
@NullMarked
package dev.apikeys.keycloak.credential;

import org.jspecify.annotations.NullMarked;
