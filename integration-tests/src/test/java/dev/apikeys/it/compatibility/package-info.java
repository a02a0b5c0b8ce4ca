/** What holds across versions of Keycloak: the jar links, an upgrade loses nothing, and the jar can go and come back. */
@NullMarked
package dev.apikeys.it.compatibility;

import org.jspecify.annotations.NullMarked;
