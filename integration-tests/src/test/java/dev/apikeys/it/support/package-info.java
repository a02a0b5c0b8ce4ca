/** What integration tests share: one server for all, one realm for each, and its REST interfaces in few words. */
@NullMarked
package dev.apikeys.it.support;

import org.jspecify.annotations.NullMarked;
