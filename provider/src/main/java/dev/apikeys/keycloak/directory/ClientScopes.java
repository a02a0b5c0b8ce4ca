package dev.apikeys.keycloak.directory;

import dev.apikeys.core.model.KeyGrant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/**
 * The client scopes that keys of a client can carry: those assigned to it now, as default or optional. {@code
 * offline_access} asks for a refresh token and says nothing about what a caller may do, so no key carries it.
 */
public final class ClientScopes {

    private final RealmModel realm;
    private final Map<String, ClientScopeModel> byName = new TreeMap<>();

    public ClientScopes(ClientModel client) {
        realm = client.getRealm();
        byName.putAll(client.getClientScopes(true));
        byName.putAll(client.getClientScopes(false));
        byName.remove(OAuth2Constants.OFFLINE_ACCESS);
    }

    /** By name, in the order of the names. */
    public Map<String, ClientScopeModel> byName() {
        return byName;
    }

    /** Those which the grant covers. */
    public Set<ClientScopeModel> coveredBy(KeyGrant grant) {
        return byName.values().stream()
                .filter(scope -> grant.covers(scope.getId()))
                .collect(Collectors.toSet());
    }

    /** Id of the assigned scope of this name. */
    public Optional<String> idOf(String name) {
        return Optional.ofNullable(byName.get(name)).map(ClientScopeModel::getId);
    }

    /** Id of the scope of this name, assigned or not. */
    public Optional<String> idInRealm(String name) {
        return realm.getClientScopesStream()
                .filter(scope -> scope.getName().equals(name))
                .map(ClientScopeModel::getId)
                .findFirst();
    }

    /** Names of the scopes that a key was given, whether they are assigned now or not. */
    public List<String> namesOf(KeyGrant grant) {
        return grant.scopeIds().stream()
                .flatMap(id -> Optional.ofNullable(realm.getClientScopeById(id)).stream())
                .map(ClientScopeModel::getName)
                .sorted()
                .toList();
    }
}
