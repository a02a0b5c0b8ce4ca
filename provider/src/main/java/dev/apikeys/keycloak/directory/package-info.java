/** What Keycloak knows right now of a key's client and subject, and the claims it gives them. */
@NullMarked
package dev.apikeys.keycloak.directory;

import org.jspecify.annotations.NullMarked;
