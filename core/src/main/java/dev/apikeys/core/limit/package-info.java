/** How often a key may be used: rate limits as an administrator writes them. */
@NullMarked
package dev.apikeys.core.limit;

import org.jspecify.annotations.NullMarked;
