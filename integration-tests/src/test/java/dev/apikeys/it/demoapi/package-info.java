/** The demo API as it is shipped: its jar in a process of its own. */
@NullMarked
package dev.apikeys.it.demoapi;

import org.jspecify.annotations.NullMarked;
