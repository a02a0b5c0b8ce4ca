/** The check endpoint for gateways, by HTTP status and by situation. */
@NullMarked
package dev.apikeys.it.check;

import org.jspecify.annotations.NullMarked;
