/** What keys may do: scope groups, effective scopes, personal keys, and how a realm takes them elsewhere. */
@NullMarked
package dev.apikeys.it.scopes;

import org.jspecify.annotations.NullMarked;
