/** Where key values and their hashes are found after use, and where they are not. */
@NullMarked
package dev.apikeys.it.secrecy;

import org.jspecify.annotations.NullMarked;
