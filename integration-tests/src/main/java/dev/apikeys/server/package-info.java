/** A real Keycloak, and an nginx before it, as child processes on loopback: what the integration tests and the demo run against. */
@NullMarked
package dev.apikeys.server;

import org.jspecify.annotations.NullMarked;
