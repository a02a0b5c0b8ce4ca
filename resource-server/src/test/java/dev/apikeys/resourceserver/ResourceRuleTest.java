package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceRuleTest {

    interface Described<T> {
        @RequiresScope("of:interface")
        void take(T thing);
    }

    @RequiresScope("of:class")
    static class Parent {
        @RequiresScope({"b", "a"})
        void several() {}

        void none() {}

        @Unprotected
        void open() {}

        @Unprotected
        void overloaded(String text) {}
    }

    static class Child extends Parent implements Described<String> {
        @Override
        public void take(String thing) {}

        @Override
        void several() {}

        @Override
        @RequiresScope("c")
        void open() {}

        void overloaded(Object any) {}
    }

    @Unprotected
    static final class Open {
        void free() {}

        @RequiresScope({})
        void anyKey() {}
    }

    static final class Bare {
        void nothing() {}
    }

    static final class Wrong {
        @RequiresScope("a")
        @Unprotected
        void both() {}

        @RequiresScope("a b")
        void twoInOne() {}

        @RequiresScope("")
        void empty() {}
    }

    @Test
    void withoutAnnotationAValidKeyIsRequired() {
        assertThat(rule(Bare.class, "nothing")).isEqualTo(new ResourceRule(false, Set.of()));
    }

    @Test
    void theMethodTakesThePlaceOfTheClass() {
        assertThat(rule(Parent.class, "several").scopes()).containsExactly("a", "b");
        assertThat(rule(Parent.class, "none").scopes()).containsExactly("of:class");
        assertThat(rule(Parent.class, "open").open()).isTrue();
        assertThat(rule(Open.class, "free").open()).isTrue();
        assertThat(rule(Open.class, "anyKey")).isEqualTo(new ResourceRule(false, Set.of()));
    }

    @Test
    void anOverriddenMethodHandsItsRuleDown() {
        assertThat(rule(Child.class, "several").scopes()).containsExactly("a", "b");
        assertThat(rule(Child.class, "open")).isEqualTo(new ResourceRule(false, Set.of("c")));
        assertThat(rule(Child.class, "take").scopes()).containsExactly("of:interface");
    }

    @Test
    void anOverloadIsAnotherMethod() {
        assertThat(rule(Child.class, "overloaded")).isEqualTo(new ResourceRule(false, Set.of("of:class")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"both", "twoInOne", "empty"})
    void aRuleThatMakesNoSenseFailsAtOnce(String method) {
        assertThatThrownBy(() -> rule(Wrong.class, method))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(method);
    }

    private static ResourceRule rule(Class<?> type, String name) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name) && !candidate.isBridge())
                .findFirst()
                .orElseThrow();
        return ResourceRule.of(new ResourceInfo() {
            @Override
            public Method getResourceMethod() {
                return method;
            }

            @Override
            public Class<?> getResourceClass() {
                return type;
            }
        });
    }
}
