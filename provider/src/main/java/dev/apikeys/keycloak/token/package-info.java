/** The door to tokens: a key authenticates its client for a short-lived JWT, or is exchanged for one. */
@NullMarked
package dev.apikeys.keycloak.token;

import org.jspecify.annotations.NullMarked;
