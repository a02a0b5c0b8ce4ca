package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocatingResourcesTest {

    private static final ResourceRule OPEN = new ResourceRule(true, Set.of());
    private static final ResourceRule READ = new ResourceRule(false, Set.of("read"));

    @RequiresScope("admin")
    static class Admin {}

    /** As a container would put in front. */
    static final class AdminProxy extends Admin {}

    static final class Users {}

    @Test
    void theRulesOfTheClassesAboveAreAskedForToo() {
        assertThat(with(READ, Users.class, new Users(), new Admin()).scopes()).containsExactly("admin", "read");
        assertThat(with(READ, Users.class, new Users(), new Users(), new AdminProxy())
                        .scopes())
                .containsExactly("admin", "read");
    }

    @Test
    void theyCloseWhatWouldBeOpen() {
        assertThat(with(OPEN, Users.class, new Users(), new Admin()))
                .isEqualTo(new ResourceRule(false, Set.of("admin")));
        assertThat(with(OPEN, Users.class, new Users(), new Users()).open()).isTrue();
    }

    @Test
    void theMatchedResourceItselfIsNotAbove() {
        assertThat(with(READ, Admin.class, new Admin())).isEqualTo(READ);
        assertThat(with(READ, Admin.class, new AdminProxy())).isEqualTo(READ);
        assertThat(with(READ, Admin.class)).isEqualTo(READ);
    }

    private static ResourceRule with(ResourceRule own, Class<?> matched, Object... resources) {
        UriInfo uri = answering(UriInfo.class, List.of(resources));
        return LocatingResources.with(own, matched, answering(ContainerRequestContext.class, uri));
    }

    /** Answers the one method that is asked for. */
    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    assertThat(method.getName()).isIn("getUriInfo", "getMatchedResources");
                    return answer;
                }));
    }
}
