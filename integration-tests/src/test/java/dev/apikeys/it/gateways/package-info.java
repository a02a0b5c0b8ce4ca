/** Gateways as docs/gateways.md configures them, in front of an API that knows nothing of keys. */
@NullMarked
package dev.apikeys.it.gateways;

import org.jspecify.annotations.NullMarked;
