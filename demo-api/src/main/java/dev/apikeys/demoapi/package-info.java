/** The demo API: an ordinary Jakarta REST application behind the resource-server library. */
@NullMarked
package dev.apikeys.demoapi;

import org.jspecify.annotations.NullMarked;
