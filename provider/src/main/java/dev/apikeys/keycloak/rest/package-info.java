/** What the REST resources for administrators and for users have in common. */
@NullMarked
package dev.apikeys.keycloak.rest;

import org.jspecify.annotations.NullMarked;
