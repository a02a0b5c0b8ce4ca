/** Made-up keys by the million: their values, their rows, and the requests that present them. */
@NullMarked
package dev.apikeys.benchmark.keys;

import org.jspecify.annotations.NullMarked;
