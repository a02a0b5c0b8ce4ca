/** What a key value looks like: minting, recognising, hashing and showing it. */
@NullMarked
package dev.apikeys.core.key;

import org.jspecify.annotations.NullMarked;
