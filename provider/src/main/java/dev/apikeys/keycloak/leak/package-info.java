/** What is done about keys whose values somebody else has: revocation by possession, and alerts of secret scanners. */
@NullMarked
package dev.apikeys.keycloak.leak;

import org.jspecify.annotations.NullMarked;
