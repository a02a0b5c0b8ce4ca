/** What an API key is and when it is good. Plain Java: no Keycloak, no JAX-RS, no JPA. */
@NullMarked
package dev.apikeys.core;

import org.jspecify.annotations.NullMarked;
