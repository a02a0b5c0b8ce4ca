/** Where keys are kept: Keycloak's own database, in tables of our own. */
@NullMarked
package dev.apikeys.keycloak.store;

import org.jspecify.annotations.NullMarked;
