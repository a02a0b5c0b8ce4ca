/** What a node remembers of keys, and how every node learns that a key has changed. */
@NullMarked
package dev.apikeys.keycloak.cache;

import org.jspecify.annotations.NullMarked;
