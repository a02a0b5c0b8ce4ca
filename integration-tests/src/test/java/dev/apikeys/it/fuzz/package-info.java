/** Very many requests that nobody would send, to every door of one server. */
@NullMarked
package dev.apikeys.it.fuzz;

import org.jspecify.annotations.NullMarked;
