/** Load and scale measurements of the extension beside stock Keycloak; docs/benchmark.md says how to read them. */
@NullMarked
package dev.apikeys.benchmark;

import org.jspecify.annotations.NullMarked;
