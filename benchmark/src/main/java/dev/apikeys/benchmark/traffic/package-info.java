/** Everything that callers and administrators do, all at once and at a constant rate. */
@NullMarked
package dev.apikeys.benchmark.traffic;

import org.jspecify.annotations.NullMarked;
