/** The demo: one command that shows an API key at work. */
@NullMarked
package dev.apikeys.demo;

import org.jspecify.annotations.NullMarked;
