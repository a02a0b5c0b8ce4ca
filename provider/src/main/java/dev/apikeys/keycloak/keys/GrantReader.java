package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.directory.ScopeGroupAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.ClientScopeModel;

/** Reads what a key is given: full access, or scopes and scope groups by name, kept by id. */
final class GrantReader {

    private static final int MOST_NAMES = 500;

    private final ClientScopes scopes;
    private final boolean mayBeEmpty;

    /**
     * Reads for keys of one client.
     *
     * @param mayBeEmpty whether a key may be left without any scope
     */
    GrantReader(ClientScopes scopes, boolean mayBeEmpty) {
        this.scopes = scopes;
        this.mayBeEmpty = mayBeEmpty;
    }

    KeyGrant read(JsonFields fields, KeyGrant start) {
        Set<String> ids = new HashSet<>(scopeIds(fields, start));
        ids.addAll(groupIds(fields, start));
        boolean fullAccess = fields.flag("fullAccess", start.fullAccess() && ids.isEmpty());
        if (fullAccess && !ids.isEmpty() && (fields.has("scopes") || fields.has("scopeGroups"))) {
            fields.refuse("fullAccess", "true", "false beside scopes or scopeGroups, all of which it covers");
        }
        if (fullAccess) {
            return new KeyGrant(true, Set.of());
        }
        if (ids.isEmpty()
                && !mayBeEmpty
                && fields.violations().stream().noneMatch(v -> v.field().startsWith("scope"))) {
            fields.refuse(
                    "scopes",
                    "",
                    "at least one scope or scope group, or fullAccess; scopes of the client: " + assigned());
        }
        return new KeyGrant(false, ids);
    }

    private Set<String> scopeIds(JsonFields fields, KeyGrant start) {
        return ids(fields, "scopes", start, false, this::scopeId);
    }

    private Set<String> groupIds(JsonFields fields, KeyGrant start) {
        return ids(fields, "scopeGroups", start, true, this::groupId);
    }

    private Set<String> ids(
            JsonFields fields, String field, KeyGrant start, boolean groups, Function<String, Parsed<String>> reader) {
        if (!fields.has(field)) {
            return scopes.idsIn(start, groups);
        }
        return new HashSet<>(fields.list(
                        field,
                        MOST_NAMES,
                        name -> given(name, start, groups).map(Parsed::good).orElseGet(() -> reader.apply(name)),
                        Optional.empty())
                .orElse(List.of()));
    }

    /** What the key was given keeps its place in the grant while it has no effect. */
    private Optional<String> given(String name, KeyGrant start, boolean group) {
        return scopes.granted(start)
                .filter(scope -> scope.getName().equals(name) && ScopeGroupAttributes.isGroup(scope) == group)
                .map(ClientScopeModel::getId)
                .findFirst();
    }

    private Parsed<String> scopeId(String name) {
        return scopes.scopeId(name)
                .map(Parsed::good)
                .orElseGet(() -> Parsed.bad("a client scope assigned to the client: " + assigned()));
    }

    private Parsed<String> groupId(String name) {
        Optional<String> id = scopes.groupId(name);
        if (id.isEmpty()) {
            return Parsed.bad("a scope group of this realm: "
                    + scopes.groups().stream().map(ClientScopeModel::getName).collect(Collectors.joining(", ")));
        }
        return scopes.expansion()
                .cycle(name)
                .<Parsed<String>>map(
                        cycle -> Parsed.bad("a scope group that does not include itself: " + String.join(" → ", cycle)))
                .orElseGet(() -> Parsed.good(id.get()));
    }

    private String assigned() {
        return scopes.assigned().stream().map(ClientScopeModel::getName).collect(Collectors.joining(", "));
    }
}
