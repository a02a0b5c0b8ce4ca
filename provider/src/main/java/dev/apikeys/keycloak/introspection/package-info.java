/** The door for resource servers: RFC 7662 token introspection at Keycloak's own endpoint. */
@NullMarked
package dev.apikeys.keycloak.introspection;

import org.jspecify.annotations.NullMarked;
