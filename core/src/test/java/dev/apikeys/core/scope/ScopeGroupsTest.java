package dev.apikeys.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScopeGroupsTest {

    private final ScopeGroups groups = new ScopeGroups(Map.of(
            "contacts:*", List.of("contacts:read", "contacts:write"),
            "calls:all", List.of("calls:read"),
            "manager", List.of("contacts:*", "calls:all", "contacts:read", "reports:read"),
            "director", List.of("manager", "contacts:*"),
            "empty", List.of()));

    @Test
    void aGroupStandsForTheScopesThatItIncludes() {
        assertThat(groups.expand("contacts:*")).containsExactly("contacts:read", "contacts:write");
    }

    @Test
    void groupsWithinAGroupAreExpanded() {
        assertThat(groups.expand("manager"))
                .containsExactly("contacts:read", "contacts:write", "calls:read", "reports:read");
    }

    @Test
    void aGroupThatIsReachedOnTwoWaysIsNoCycle() {
        assertThat(groups.expand("director")).isEqualTo(groups.expand("manager"));
        assertThat(groups.cycle("director")).isEmpty();
    }

    @Test
    void anEmptyGroupStandsForNothing() {
        assertThat(groups.expand("empty")).isEmpty();
    }

    @Test
    void aScopeStandsForItself() {
        assertThat(groups.expand("reports:read")).containsExactly("reports:read");
        assertThat(groups.cycle("reports:read")).isEmpty();
    }

    @Test
    void laterChangesOfTheMapDoNotReachTheGroups() {
        Map<String, List<String>> map = new HashMap<>();
        ScopeGroups before = new ScopeGroups(map);
        map.put("contacts:*", List.of("contacts:read"));

        assertThat(before.expand("contacts:*")).containsExactly("contacts:*");
    }

    @Nested
    class WithACycle {

        private final ScopeGroups cyclic = new ScopeGroups(Map.of(
                "a", List.of("x:read", "b"),
                "b", List.of("c"),
                "c", List.of("y:read", "b"),
                "self", List.of("self"),
                "sound", List.of("x:read")));

        @Test
        void aGroupThatReachesItselfExpandsToNothing() {
            assertThat(cyclic.expand("b")).isEmpty();
            assertThat(cyclic.expand("self")).isEmpty();
        }

        @Test
        void aGroupThatReachesACycleExpandsToNothing() {
            assertThat(cyclic.expand("a")).isEmpty();
        }

        @Test
        void theCycleIsNamedWithItsFirstGroupRepeated() {
            assertThat(cyclic.cycle("b")).contains(List.of("b", "c", "b"));
            assertThat(cyclic.cycle("self")).contains(List.of("self", "self"));
        }

        @Test
        void theWayToTheCycleIsNoPartOfIt() {
            assertThat(cyclic.cycle("a")).contains(List.of("b", "c", "b"));
        }

        @Test
        void groupsThatDoNotReachItAreNotAffected() {
            assertThat(cyclic.expand("sound")).containsExactly("x:read");
            assertThat(cyclic.cycle("sound")).isEmpty();
        }
    }
}
