/** What a realm lays down for its keys, read from realm attributes. */
@NullMarked
package dev.apikeys.core.settings;

import org.jspecify.annotations.NullMarked;
