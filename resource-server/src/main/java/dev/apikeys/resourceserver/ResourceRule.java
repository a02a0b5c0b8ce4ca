package dev.apikeys.resourceserver;

import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a resource method asks of its callers.
 *
 * @param open whether it asks for nothing
 * @param scopes what a key must carry, in alphabetical order
 */
record ResourceRule(boolean open, Set<String> scopes) {

    /** RFC 6749 §3.3. */
    private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    /**
     * An annotation on the method itself takes the place of that on its class. {@link Unprotected} holds only there, on the
     * method or on the class that declares it. {@link RequiresScope} is handed down besides: by the supertypes' methods that
     * it overrides, else by the supertypes, and by subclasses that only inherit it. All that applies is asked for together.
     */
    static ResourceRule of(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Class<?> declaring = method.getDeclaringClass();
        Locators.check(resource.getResourceClass());
        Set<Class<?>> types = TypeHierarchy.of(resource.getResourceClass());
        Optional<ResourceRule> ofMethod = at(method);
        Optional<ResourceRule> ofClass = at(declaring);
        List<ResourceRule> rules = new ArrayList<>();
        ofMethod.or(() -> ofClass).ifPresent(rules::add);
        types.stream()
                .filter(type -> !type.equals(declaring))
                .filter(type -> ofMethod.isEmpty() || !type.isAssignableFrom(declaring))
                .forEach(type -> rules.addAll(handedDown(type, TypeHierarchy.overridden(type, method, types))));
        return together(rules);
    }

    /** What a resource asks of all that is reached through its sub-resource locators: what its types ask for. */
    static List<ResourceRule> ofLocating(Class<?> resource) {
        Locators.check(resource);
        return TypeHierarchy.of(resource).stream()
                .flatMap(type -> at(type).stream())
                .filter(rule -> !rule.open())
                .toList();
    }

    private static List<ResourceRule> handedDown(Class<?> type, List<Method> overridden) {
        List<ResourceRule> ofMethods = overridden.stream()
                .map(ResourceRule::at)
                .flatMap(Optional::stream)
                .filter(rule -> !rule.open())
                .toList();
        return ofMethods.isEmpty()
                ? at(type).filter(rule -> !rule.open()).stream().toList()
                : ofMethods;
    }

    /** Open when there is a rule and nothing but open ones. */
    static ResourceRule together(Collection<ResourceRule> rules) {
        Set<String> scopes = new TreeSet<>();
        rules.forEach(rule -> scopes.addAll(rule.scopes()));
        boolean open = !rules.isEmpty() && rules.stream().allMatch(ResourceRule::open);
        return new ResourceRule(open, Collections.unmodifiableSet(scopes));
    }

    static boolean isIn(AnnotatedElement place) {
        return place.isAnnotationPresent(RequiresScope.class) || place.isAnnotationPresent(Unprotected.class);
    }

    private static Optional<ResourceRule> at(AnnotatedElement place) {
        RequiresScope required = place.getAnnotation(RequiresScope.class);
        boolean open = place.isAnnotationPresent(Unprotected.class);
        if (required == null) {
            return open ? Optional.of(new ResourceRule(true, Set.of())) : Optional.empty();
        }
        if (open) {
            throw new IllegalStateException(place + " is annotated with both @RequiresScope and @Unprotected");
        }
        for (String scope : required.value()) {
            if (!SCOPE_TOKEN.matcher(scope).matches()) {
                throw new IllegalStateException("@RequiresScope(\"" + scope + "\") on " + place
                        + ": a scope has no spaces, quotes or backslashes; several are a list");
            }
        }
        return Optional.of(
                new ResourceRule(false, Collections.unmodifiableSet(new TreeSet<>(Arrays.asList(required.value())))));
    }
}
