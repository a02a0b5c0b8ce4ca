package dev.apikeys.core.scope;

/**
 * A scope named {@code resource:action}, taken apart at the last colon.
 *
 * @param resource empty when the name has no colon
 * @param action the whole name when it has no colon
 */
public record ScopeName(String resource, String action) {

    public static ScopeName parse(String name) {
        int colon = name.lastIndexOf(':');
        return new ScopeName(name.substring(0, Math.max(0, colon)), name.substring(colon + 1));
    }
}
