package dev.apikeys.core.scope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scope groups of a realm. A group bundles scopes and other groups under a name. A group that reaches itself says
 * nothing that could be relied on, so it expands to nothing.
 */
public final class ScopeGroups {

    private final Map<String, List<String>> includesByGroup;

    /**
     * @param includesByGroup the names that each group includes, by the name of the group
     */
    public ScopeGroups(Map<String, List<String>> includesByGroup) {
        this.includesByGroup = Map.copyOf(includesByGroup);
    }

    /** The scopes that the group stands for, groups within it expanded; empty when it reaches a cycle. */
    public Set<String> expand(String group) {
        Walk walk = new Walk();
        return walk.meetsCycle(group) ? Set.of() : walk.scopes;
    }

    /** The names along the first cycle that the group reaches, the first one repeated at the end. */
    public Optional<List<String>> cycle(String group) {
        Walk walk = new Walk();
        return walk.meetsCycle(group) ? Optional.of(walk.cycle) : Optional.empty();
    }

    /** One walk over everything that a name includes; each group is entered once, however often it is named. */
    private final class Walk {

        private final Set<String> scopes = new LinkedHashSet<>();
        private final Set<String> entered = new HashSet<>();
        private final List<String> path = new ArrayList<>();
        private final Deque<Iterator<String>> open = new ArrayDeque<>();
        private List<String> cycle = List.of();

        /** Without recursion: how deep groups are nested is up to others. */
        private boolean meetsCycle(String start) {
            visit(start);
            while (!open.isEmpty()) {
                if (!open.element().hasNext()) {
                    open.remove();
                    path.remove(path.size() - 1);
                    continue;
                }
                String name = open.element().next();
                if (path.contains(name)) {
                    cycle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
                    cycle.add(name);
                    return true;
                }
                visit(name);
            }
            return false;
        }

        private void visit(String name) {
            List<String> includes = includesByGroup.get(name);
            if (includes == null) {
                scopes.add(name);
            } else if (entered.add(name)) {
                path.add(name);
                open.addFirst(includes.iterator());
            }
        }
    }
}
