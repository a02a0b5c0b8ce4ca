/** Tells owners of keys by e-mail what happens to them. */
@NullMarked
package dev.apikeys.keycloak.notice;

import org.jspecify.annotations.NullMarked;
