/** Counts what became of keys, in memory, and writes it down now and then. */
@NullMarked
package dev.apikeys.keycloak.usage;

import org.jspecify.annotations.NullMarked;
