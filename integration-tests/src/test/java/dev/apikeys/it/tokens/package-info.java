/** What becomes of a key at the token endpoint, and what becomes of the tokens made from it. */
@NullMarked
package dev.apikeys.it.tokens;

import org.jspecify.annotations.NullMarked;
