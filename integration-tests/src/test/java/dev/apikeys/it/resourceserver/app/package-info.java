/**
 * The protected application and the two servers it runs on. It lives in class loaders of its own, since one class path
 * cannot have two implementations of Jakarta REST.
 */
@NullMarked
package dev.apikeys.it.resourceserver.app;

import org.jspecify.annotations.NullMarked;
