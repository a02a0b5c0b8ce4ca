/** How many calls are let through. */
@NullMarked
package dev.apikeys.it.limits;

import org.jspecify.annotations.NullMarked;
