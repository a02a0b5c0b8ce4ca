/** A real Keycloak as a child process on loopback: what the integration tests and the demo run against. */
@NullMarked
package dev.apikeys.server;

import org.jspecify.annotations.NullMarked;
