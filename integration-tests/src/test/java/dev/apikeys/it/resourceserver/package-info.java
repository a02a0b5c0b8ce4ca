/** The resource-server library in front of the same application on Jersey and on RESTEasy, with a real Keycloak. */
@NullMarked
package dev.apikeys.it.resourceserver;

import org.jspecify.annotations.NullMarked;
