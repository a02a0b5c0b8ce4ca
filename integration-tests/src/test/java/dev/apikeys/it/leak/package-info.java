/** Keys whose values somebody else has: revocation by possession, and alerts of GitHub's secret scanning. */
@NullMarked
package dev.apikeys.it.leak;

import org.jspecify.annotations.NullMarked;
