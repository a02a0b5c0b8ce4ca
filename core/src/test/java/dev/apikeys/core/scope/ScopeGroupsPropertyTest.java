package dev.apikeys.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever includes whatever: held against what follows from who reaches whom. */
class ScopeGroupsPropertyTest {

    @Property
    void aGroupStandsForTheScopesThatItReachesUnlessItReachesACycle(
            @ForAll("includes") Map<String, List<String>> includes) {
        ScopeGroups groups = new ScopeGroups(includes);
        for (String group : includes.keySet()) {
            Set<String> reached = reached(includes, group);
            boolean cyclic = reached.contains(group)
                    || reached.stream().anyMatch(name -> reached(includes, name).contains(name));
            Set<String> scopes =
                    reached.stream().filter(name -> !includes.containsKey(name)).collect(Collectors.toSet());

            assertThat(groups.expand(group)).isEqualTo(cyclic ? Set.of() : scopes);
            assertThat(groups.cycle(group).isPresent()).isEqualTo(cyclic);
        }
    }

    @Property
    void theCycleThatIsNamedIsOne(@ForAll("includes") Map<String, List<String>> includes) {
        ScopeGroups groups = new ScopeGroups(includes);
        for (String group : includes.keySet()) {
            Optional<List<String>> cycle = groups.cycle(group);
            List<String> names = cycle.orElse(List.of());
            for (int i = 1; i < names.size(); i++) {
                assertThat(includes.get(names.get(i - 1))).contains(names.get(i));
            }
            assertThat(cycle.map(some -> some.get(0))).isEqualTo(cycle.map(some -> some.get(some.size() - 1)));
        }
    }

    @Property
    void aNameIsReadIntoPartsThatMakeItAgain(@ForAll String name) {
        ScopeName parts = ScopeName.parse(name);

        assertThat(name.contains(":") ? parts.resource() + ":" + parts.action() : parts.action())
                .isEqualTo(name);
    }

    /** Everything that the name includes, and what that includes, and so on. */
    private static Set<String> reached(Map<String, List<String>> includes, String name) {
        Set<String> reached = new HashSet<>(includes.getOrDefault(name, List.of()));
        int before;
        do {
            before = reached.size();
            for (String one : Set.copyOf(reached)) {
                reached.addAll(includes.getOrDefault(one, List.of()));
            }
        } while (reached.size() > before);
        return reached;
    }

    /** Some of the names are groups. */
    @Provide
    Arbitrary<Map<String, List<String>>> includes() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d", "e", "f", "x:read", "y:write", "*", "");
        Arbitrary<List<String>> included = names.list().ofMaxSize(3);
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "e", "f"), included)
                .ofMaxSize(6)
                .map(HashMap::new);
    }
}
