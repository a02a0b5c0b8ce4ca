/** The door for users: REST resources below {@code /realms/{realm}/api-keys/account}, about keys of their own. */
@NullMarked
package dev.apikeys.keycloak.account;

import org.jspecify.annotations.NullMarked;
