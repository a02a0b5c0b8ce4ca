/** The door for gateways: is this key good, with HTTP statuses and headers as the answer. */
@NullMarked
package dev.apikeys.keycloak.check;

import org.jspecify.annotations.NullMarked;
