package dev.apikeys.resourceserver;

import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
     * The annotations of the method, else of the methods it overrides, else of the class, else of its supertypes: the
     * JAX-RS annotations may stand on an interface, and a container may put a proxy class in front.
     */
    static ResourceRule of(ResourceInfo resource) {
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(resource.getResourceClass(), types);
        List<AnnotatedElement> places = new ArrayList<>();
        types.forEach(type -> overridden(type, resource.getResourceMethod()).ifPresent(places::add));
        places.add(0, resource.getResourceMethod());
        places.addAll(types);
        return places.stream()
                .map(ResourceRule::at)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new ResourceRule(false, Set.of()));
    }

    private static void collect(Class<?> type, Set<Class<?>> types) {
        types.add(type);
        Optional.ofNullable(type.getSuperclass()).ifPresent(parent -> collect(parent, types));
        Arrays.stream(type.getInterfaces()).forEach(parent -> collect(parent, types));
    }

    /** The annotated method of a supertype that the method overrides or implements. */
    private static Optional<Method> overridden(Class<?> type, Method method) {
        if (type.equals(method.getDeclaringClass())) {
            return Optional.empty();
        }
        List<Method> candidates = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method.getName()))
                .filter(candidate -> at(candidate).isPresent())
                .filter(candidate -> takesTheSame(candidate, method))
                .toList();
        if (candidates.size() > 1) {
            throw new IllegalStateException(
                    "Which of these rules holds for " + method + "? " + candidates + ": annotate the method itself");
        }
        return candidates.stream().findFirst();
    }

    /** A generic supertype has more general parameter types than the class that implements it. */
    private static boolean takesTheSame(Method general, Method special) {
        Class<?>[] wanted = general.getParameterTypes();
        Class<?>[] given = special.getParameterTypes();
        boolean generic = general.getDeclaringClass().getTypeParameters().length > 0;
        return wanted.length == given.length
                && IntStream.range(0, wanted.length)
                        .allMatch(i -> wanted[i].equals(given[i]) || (generic && wanted[i].isAssignableFrom(given[i])));
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
