/** What is in the jars that others install. */
@NullMarked
package dev.apikeys.it.shipped;

import org.jspecify.annotations.NullMarked;
