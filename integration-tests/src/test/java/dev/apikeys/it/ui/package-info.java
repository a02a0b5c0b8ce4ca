/** The page beside the console, as any caller finds it; clicking through it is in the package of browser tests. */
@NullMarked
package dev.apikeys.it.ui;

import org.jspecify.annotations.NullMarked;
