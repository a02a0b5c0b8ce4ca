package dev.apikeys.resourceserver;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A class with all that it extends and implements, where annotations of Jakarta REST may stand as well. */
final class TypeHierarchy {

    private TypeHierarchy() {}

    static Set<Class<?>> of(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(type, types);
        return types;
    }

    private static void collect(Class<?> type, Set<Class<?>> types) {
        types.add(type);
        Optional.ofNullable(type.getSuperclass()).ifPresent(parent -> collect(parent, types));
        Arrays.stream(type.getInterfaces()).forEach(parent -> collect(parent, types));
    }

    /** The methods of the type that the method overrides or implements, as far as one class can tell. */
    static List<Method> overridden(Class<?> type, Method method, Set<Class<?>> types) {
        List<Method> signatures = signatures(method, types);
        return named(type, method)
                .filter(candidate -> !Modifier.isStatic(candidate.getModifiers()))
                .filter(candidate -> !Modifier.isPrivate(candidate.getModifiers()))
                .filter(candidate -> signatures.stream()
                        .anyMatch(one -> Arrays.equals(one.getParameterTypes(), candidate.getParameterTypes())))
                .toList();
    }

    /** The method's own, and those of generic supertypes, for which the compiler has put bridges. */
    private static List<Method> signatures(Method method, Set<Class<?>> types) {
        Stream<Method> bridges = types.stream()
                .flatMap(type -> named(type, method))
                .filter(Method::isBridge)
                .filter(bridge -> mayLeadTo(bridge, method));
        return Stream.concat(Stream.of(method), bridges).toList();
    }

    private static Stream<Method> named(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method.getName()));
    }

    private static boolean mayLeadTo(Method bridge, Method method) {
        Class<?>[] general = bridge.getParameterTypes();
        Class<?>[] special = method.getParameterTypes();
        return general.length == special.length
                && IntStream.range(0, general.length)
                        .allMatch(i ->
                                general[i].isAssignableFrom(special[i]) || special[i].isAssignableFrom(general[i]));
    }
}
