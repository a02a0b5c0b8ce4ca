/** The door for administrators without the console: a page of its own with the same element, and its client. */
@NullMarked
package dev.apikeys.keycloak.ui;

import org.jspecify.annotations.NullMarked;
