/** Making and changing keys: the rules that hold whichever door the request came through. */
@NullMarked
package dev.apikeys.keycloak.keys;

import org.jspecify.annotations.NullMarked;
