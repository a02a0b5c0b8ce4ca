/** Counts calls against rate limits, for all nodes together. */
@NullMarked
package dev.apikeys.keycloak.limit;

import org.jspecify.annotations.NullMarked;
