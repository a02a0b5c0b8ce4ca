/** Whether a key is good right now: one pipeline in one order for every door. */
@NullMarked
package dev.apikeys.core.verify;

import org.jspecify.annotations.NullMarked;
