package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.keycloak.directory.ClientScopes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a key is given: full access, or scopes by name, kept by id. */
final class GrantReader {

    private static final int MOST_SCOPES = 500;

    private final ClientScopes scopes;

    GrantReader(ClientScopes scopes) {
        this.scopes = scopes;
    }

    KeyGrant read(JsonFields fields, KeyGrant start) {
        boolean namesScopes = fields.has("scopes");
        boolean fullAccess = fields.flag("fullAccess", start.fullAccess() && !namesScopes);
        Optional<List<String>> named =
                fields.list("scopes", MOST_SCOPES, name -> scopeId(name, start), Optional.empty());
        if (fullAccess) {
            if (named.filter(ids -> !ids.isEmpty()).isPresent()) {
                fields.refuse("scopes", "", "none beside fullAccess, which covers every scope of the client");
            }
            return new KeyGrant(true, Set.of());
        }
        Set<String> ids = namesScopes ? new HashSet<>(named.orElse(List.of())) : start.scopeIds();
        if (ids.isEmpty()
                && fields.violations().stream().noneMatch(v -> v.field().startsWith("scopes"))) {
            fields.refuse("scopes", "", "at least one scope, or fullAccess; scopes of this client: " + names());
        }
        return new KeyGrant(false, ids);
    }

    /** A scope that the key was given keeps its place in the grant while it is not assigned to the client. */
    private Parsed<String> scopeId(String name, KeyGrant start) {
        return scopes.idOf(name)
                .or(() -> scopes.idInRealm(name).filter(start.scopeIds()::contains))
                .map(Parsed::good)
                .orElseGet(() -> Parsed.bad("a client scope assigned to the client: " + names()));
    }

    private String names() {
        return scopes.byName().keySet().stream().collect(Collectors.joining(", "));
    }
}
