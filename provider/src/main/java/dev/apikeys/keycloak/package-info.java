/** Adapters between Keycloak and the core, one package per door; {@link dev.apikeys.keycloak.RealmKeys} joins them. */
@NullMarked
package dev.apikeys.keycloak;

import org.jspecify.annotations.NullMarked;
