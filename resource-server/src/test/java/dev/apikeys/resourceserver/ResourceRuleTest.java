package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

    interface Reading {
        @RequiresScope("read")
        default void shared() {}
    }

    @Unprotected
    interface Careless {
        default void shared() {}

        @Unprotected
        void opened();
    }

    @RequiresScope("admin")
    static final class Strict implements Reading, Careless {
        @Override
        public void shared() {}

        @Override
        public void opened() {}
    }

    static final class Trusting implements Careless {
        @Override
        public void shared() {}

        @Override
        public void opened() {}
    }

    static class Base {
        @Unprotected
        public void open() {}

        @SuppressWarnings("UnusedMethod") // found by reflection
        @RequiresScope("hidden")
        private void same() {}

        @RequiresScope("of:object")
        void near(Object any) {}
    }

    @RequiresScope("sub")
    static final class Sub extends Base {}

    static final class Apart extends Base {
        void same() {}

        void near(String text) {}
    }

    @RequiresScope("admin")
    static final class Annotated {
        @Path("users")
        @RequiresScope("admin")
        Object users() {
            return this;
        }

        @GET
        public void list() {}
    }

    interface Located {
        @Path("users")
        Object users();
    }

    static final class AnnotatedElsewhere implements Located {
        @Override
        @Unprotected
        public Object users() {
            return this;
        }

        @GET
        public void list() {}
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
        assertThat(rule(Child.class, "take").scopes()).containsExactly("of:class", "of:interface");
    }

    @Test
    void anOverloadIsAnotherMethod() {
        assertThat(rule(Child.class, "overloaded")).isEqualTo(new ResourceRule(false, Set.of("of:class")));
    }

    @Test
    void openIsOnlyWhatSaysSoItself() {
        assertThat(rule(Trusting.class, "shared").open()).isFalse();
        assertThat(rule(Trusting.class, "opened").open()).isFalse();
        assertThat(rule(Strict.class, "opened").scopes()).containsExactly("admin");
    }

    @Test
    void whatSupertypesAskForIsAskedForTogether() {
        assertThat(rule(Strict.class, "shared")).isEqualTo(new ResourceRule(false, Set.of("admin", "read")));
    }

    @Test
    void aSubclassIsNotOpenedByWhatItInherits() throws NoSuchMethodException {
        Method inherited = Base.class.getDeclaredMethod("open");

        assertThat(rule(Base.class, inherited).open()).isTrue();
        assertThat(rule(Sub.class, inherited)).isEqualTo(new ResourceRule(false, Set.of("sub")));
    }

    @Test
    void aMethodThatIsNotOverriddenHandsNothingDown() {
        assertThat(rule(Apart.class, "same").scopes()).isEmpty();
        assertThat(rule(Apart.class, "near").scopes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Annotated.class, AnnotatedElsewhere.class})
    void aRuleOnALocatorFailsAtOnce(Class<?> type) {
        assertThatThrownBy(() -> rule(type, "list"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("users");
        assertThatThrownBy(() -> ResourceRule.ofLocating(type)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLocatingClassAsksForWhatItAndItsSupertypesAskFor() {
        assertThat(ResourceRule.ofLocating(Child.class)).containsExactly(new ResourceRule(false, Set.of("of:class")));
        assertThat(ResourceRule.ofLocating(Open.class)).isEmpty();
        assertThat(ResourceRule.ofLocating(Bare.class)).isEmpty();
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
        return rule(type, method);
    }

    private static ResourceRule rule(Class<?> type, Method method) {
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
