package dev.apikeys.resourceserver;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.stream.Stream;

/** The resources through whose locators a request has come: their classes' rules hold for what they lead to. */
final class LocatingResources {

    private static final ClassValue<List<ResourceRule>> RULES = new ClassValue<>() {
        @Override
        protected List<ResourceRule> computeValue(Class<?> resource) {
            return ResourceRule.ofLocating(resource);
        }
    };

    private LocatingResources() {}

    /** The rule together with those of the resources above, of which the matched one comes first. */
    static ResourceRule with(ResourceRule own, Class<?> matched, ContainerRequestContext request) {
        List<Object> resources = request.getUriInfo().getMatchedResources();
        boolean first = !resources.isEmpty() && isA(matched, resources.get(0));
        List<ResourceRule> above = resources.stream()
                .skip(first ? 1 : 0)
                .flatMap(resource -> RULES.get(type(resource)).stream())
                .toList();
        if (above.isEmpty()) {
            return own;
        }
        return ResourceRule.together(
                Stream.concat(above.stream(), Stream.of(own)).toList());
    }

    private static boolean isA(Class<?> matched, Object resource) {
        return matched.isAssignableFrom(type(resource));
    }

    private static Class<?> type(Object resource) {
        return resource instanceof Class<?> type ? type : resource.getClass();
    }
}
