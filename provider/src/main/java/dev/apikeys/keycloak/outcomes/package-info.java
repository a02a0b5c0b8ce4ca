/** What resource servers report about calls that were let through. */
@NullMarked
package dev.apikeys.keycloak.outcomes;

import org.jspecify.annotations.NullMarked;
