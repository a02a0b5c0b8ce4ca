/** How calls are counted until somebody writes them down. */
@NullMarked
package dev.apikeys.core.usage;

import org.jspecify.annotations.NullMarked;
