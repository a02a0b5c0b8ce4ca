/** What two nodes promise together. */
@NullMarked
package dev.apikeys.it.cluster;

import org.jspecify.annotations.NullMarked;
