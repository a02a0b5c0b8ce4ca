package dev.apikeys.resourceserver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Open to everybody: no key is asked for, and one that is presented is not looked at. It is never inherited, but holds on the
 * resource method itself or on the class that declares it, and gives way to a {@link RequiresScope} that is: on an
 * interface, a subclass or the class whose locator has led there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Unprotected {}
