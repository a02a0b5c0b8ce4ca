package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.keycloak.directory.ClientScopes;
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

    GrantReader(ClientScopes scopes) {
        this.scopes = scopes;
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
                && fields.violations().stream().noneMatch(v -> v.field().startsWith("scope"))) {
            fields.refuse(
                    "scopes",
                    "",
                    "at least one scope or scope group, or fullAccess; scopes of the client: " + assigned());
        }
        return new KeyGrant(false, ids);
    }

    private Set<String> scopeIds(JsonFields fields, KeyGrant start) {
        Set<String> present = scopes.idsIn(start, false);
        List<String> known = scopes.scopesIn(start);
        return ids(
                fields,
                "scopes",
                present,
                name -> known.contains(name)
                        ? kept(name, start)
                        : scopes.scopeId(name)
                                .map(Parsed::good)
                                .orElseGet(() -> Parsed.bad("a client scope assigned to the client: " + assigned())));
    }

    private Set<String> groupIds(JsonFields fields, KeyGrant start) {
        return ids(fields, "scopeGroups", scopes.idsIn(start, true), this::groupId);
    }

    private static Set<String> ids(
            JsonFields fields, String field, Set<String> present, Function<String, Parsed<String>> reader) {
        if (!fields.has(field)) {
            return present;
        }
        return new HashSet<>(
                fields.list(field, MOST_NAMES, reader, Optional.empty()).orElse(List.of()));
    }

    /** A scope that the key was given keeps its place in the grant while it is not assigned to the client. */
    private Parsed<String> kept(String name, KeyGrant start) {
        return Parsed.good(scopes.granted(start)
                .filter(scope -> scope.getName().equals(name))
                .map(ClientScopeModel::getId)
                .findFirst()
                .orElseThrow());
    }

    private Parsed<String> groupId(String name) {
        Optional<List<String>> cycle = scopes.expansion().cycle(name);
        if (cycle.isPresent()) {
            return Parsed.bad("a scope group that does not include itself: " + String.join(" → ", cycle.get()));
        }
        return scopes.groupId(name)
                .map(Parsed::good)
                .orElseGet(() -> Parsed.bad("a scope group of this realm: "
                        + scopes.groups().stream()
                                .map(ClientScopeModel::getName)
                                .collect(Collectors.joining(", "))));
    }

    private String assigned() {
        return scopes.assigned().stream().map(ClientScopeModel::getName).collect(Collectors.joining(", "));
    }
}
