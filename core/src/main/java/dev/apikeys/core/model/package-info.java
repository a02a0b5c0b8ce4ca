/** What is known of a key once it is found. */
@NullMarked
package dev.apikeys.core.model;

import org.jspecify.annotations.NullMarked;
