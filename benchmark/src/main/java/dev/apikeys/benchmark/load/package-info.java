/** A load generator that leaves the machine to the server, and the meters beside it. */
@NullMarked
package dev.apikeys.benchmark.load;

import org.jspecify.annotations.NullMarked;
