/** The pages in Keycloak's consoles, clicked through in a real browser. */
@NullMarked
package dev.apikeys.it.browser;

import org.jspecify.annotations.NullMarked;
