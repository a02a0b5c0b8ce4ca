package dev.apikeys.resourceserver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scopes that a caller's key must carry, all of them. On a method it takes the place of what stands on the class and
 * its supertypes. A method without annotation asks for what the class, the supertypes' methods that it overrides and the supertypes
 * ask for together. On a class it holds for sub-resources too that its locators return, besides what these ask for. On a
 * locator itself it is not allowed.
 *
 * <p>Where it is absent, a valid key is required and no particular scope; see {@link Unprotected} for open resources.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {

    /** Names of scopes, each a scope-token of RFC 6749 §3.3; none asks for a valid key alone. */
    String[] value();
}
