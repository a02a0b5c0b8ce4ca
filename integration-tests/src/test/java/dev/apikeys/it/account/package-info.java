/** What users do with keys of their own. */
@NullMarked
package dev.apikeys.it.account;

import org.jspecify.annotations.NullMarked;
