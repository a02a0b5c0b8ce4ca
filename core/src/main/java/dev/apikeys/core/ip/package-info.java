/** Where a key may be used from: IP literals and CIDR ranges, compared as bytes and never resolved by DNS. */
@NullMarked
package dev.apikeys.core.ip;

import org.jspecify.annotations.NullMarked;
