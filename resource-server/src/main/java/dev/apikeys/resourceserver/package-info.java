/**
 * Enforces API keys at a Jakarta REST API: register an {@link dev.apikeys.resourceserver.ApiKeyFeature} and say with
 * {@link dev.apikeys.resourceserver.RequiresScope} what a method asks for.
 */
@NullMarked
package dev.apikeys.resourceserver;

import org.jspecify.annotations.NullMarked;
