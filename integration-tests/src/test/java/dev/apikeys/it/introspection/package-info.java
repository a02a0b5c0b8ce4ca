/** What resource servers are told of keys at Keycloak's own introspection endpoint. */
@NullMarked
package dev.apikeys.it.introspection;

import org.jspecify.annotations.NullMarked;
