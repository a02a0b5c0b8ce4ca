package dev.apikeys.resourceserver;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Methods with a path and no HTTP method: they run before any filter does, so a rule on one would protect nothing. */
final class Locators {

    private Locators() {}

    /** Fails when a locator carries a rule. */
    static void check(Class<?> resource) {
        Set<Class<?>> types = TypeHierarchy.of(resource);
        types.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isBridge() && ResourceRule.isIn(method))
                .filter(method -> isLocator(method, types))
                .findFirst()
                .ifPresent(method -> {
                    throw new IllegalStateException(method + " is a sub-resource locator, which runs before the key is"
                            + " looked at: put the annotation on its class or on what it returns");
                });
    }

    /** The annotations of Jakarta REST may stand on another type's declaration of the method. */
    private static boolean isLocator(Method method, Set<Class<?>> types) {
        List<Method> declarations = types.stream()
                .flatMap(type -> TypeHierarchy.overridden(type, method, types).stream())
                .toList();
        return declarations.stream().anyMatch(each -> each.isAnnotationPresent(Path.class))
                && declarations.stream().noneMatch(Locators::hasHttpMethod);
    }

    private static boolean hasHttpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
