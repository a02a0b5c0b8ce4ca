/** What runs inside the server: a resource that does nothing, as the ceiling of what any extension can reach. */
@NullMarked
package dev.apikeys.benchmark.ceiling;

import org.jspecify.annotations.NullMarked;
