/** Many keys at once: into a realm from another system, and out of it. */
@NullMarked
package dev.apikeys.keycloak.transfer;

import org.jspecify.annotations.NullMarked;
