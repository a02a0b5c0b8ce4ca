/** What docs/security.md and docs/permission-matrix.md promise of all doors together. */
@NullMarked
package dev.apikeys.it.security;

import org.jspecify.annotations.NullMarked;
