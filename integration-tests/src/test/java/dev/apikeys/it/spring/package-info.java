/** An ordinary Spring Boot resource server, to show that stock software understands keys. */
@NullMarked
package dev.apikeys.it.spring;

import org.jspecify.annotations.NullMarked;
