/** The door for administrators: REST resources below {@code /admin/realms/{realm}/api-keys}. */
@NullMarked
package dev.apikeys.keycloak.admin;

import org.jspecify.annotations.NullMarked;
