/** What a scope is called and how groups of scopes expand. */
@NullMarked
package dev.apikeys.core.scope;

import org.jspecify.annotations.NullMarked;
