/** The contract, tested from outside against a running Keycloak. */
@NullMarked
package dev.apikeys.it;

import org.jspecify.annotations.NullMarked;
