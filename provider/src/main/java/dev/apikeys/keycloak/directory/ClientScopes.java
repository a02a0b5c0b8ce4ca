package dev.apikeys.keycloak.directory;

import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.core.scope.ScopeGroups;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationMembershipMapper;

/**
 * What keys of a client can carry: the client scopes assigned to it now, as default or optional, and the scope groups
 * of the realm, of which only such scopes count. {@code offline_access} asks for a refresh token and says nothing about
 * what a caller may do, so no key carries it.
 */
public final class ClientScopes {

    private final RealmModel realm;
    private final Map<String, ClientScopeModel> ofClient = new HashMap<>();
    private final boolean narrowed;
    private @Nullable ScopeGroups expansion;

    public ClientScopes(ClientModel client) {
        realm = client.getRealm();
        narrowed = false;
        ofClient.putAll(client.getClientScopes(true));
        ofClient.putAll(client.getClientScopes(false));
    }

    private ClientScopes(RealmModel realm, Set<ClientScopeModel> scopes) {
        this.realm = realm;
        narrowed = true;
        scopes.forEach(scope -> ofClient.put(scope.getName(), scope));
    }

    /** The same, narrowed to these scopes of the client and to the groups that have one of them. */
    ClientScopes narrowedTo(Set<ClientScopeModel> scopes) {
        return new ClientScopes(realm, scopes);
    }

    private boolean canBeCarried(ClientScopeModel scope) {
        return !OAuth2Constants.OFFLINE_ACCESS.equals(scope.getName())
                && !ScopeGroupAttributes.isGroup(scope)
                && (realm.isOrganizationsEnabled() || !isOrganizationScope(scope));
    }

    /** As in {@code TokenManager.getRequestedClientScopes}: without organizations the scope is passed over. */
    private static boolean isOrganizationScope(ClientScopeModel scope) {
        return !scope.getProtocolMapperByType(OrganizationMembershipMapper.PROVIDER_ID)
                .isEmpty();
    }

    /** The assigned scopes that a key can carry, in the order of their names. */
    public List<ClientScopeModel> assigned() {
        return ofClient.values().stream()
                .filter(this::canBeCarried)
                .sorted(Comparator.comparing(ClientScopeModel::getName))
                .toList();
    }

    private Optional<ClientScopeModel> assigned(String name) {
        return Optional.ofNullable(ofClient.get(name)).filter(this::canBeCarried);
    }

    /** Whether the client has a scope of this name that a key can carry. */
    public boolean isAssigned(String name) {
        return assigned(name).isPresent();
    }

    /**
     * The groups of the realm in the order of their names. Whoever is offered less than all scopes is not told of groups
     * that would give nothing now, and cannot have them either: such a key would grow with the next role of its subject.
     */
    public List<ClientScopeModel> groups() {
        return ScopeGroupAttributes.groups(realm)
                .filter(group -> !narrowed || namesIn(group).anyMatch(this::isAssigned))
                .toList();
    }

    /** How the groups of the realm expand. */
    public ScopeGroups expansion() {
        if (expansion == null) {
            expansion = ScopeGroupAttributes.groupsOf(
                    realm, assigned().stream().map(ClientScopeModel::getName).toList());
        }
        return expansion;
    }

    /** The assigned scopes that the grant covers, its groups expanded. */
    public Set<ClientScopeModel> coveredBy(KeyGrant grant) {
        if (grant.fullAccess()) {
            return new HashSet<>(assigned());
        }
        Set<ClientScopeModel> covered = new HashSet<>();
        granted(grant)
                .forEach(scope -> namesIn(scope).forEach(name -> assigned(name).ifPresent(covered::add)));
        return covered;
    }

    private Stream<String> namesIn(ClientScopeModel scope) {
        return ScopeGroupAttributes.isGroup(scope)
                ? expansion().expand(scope.getName()).stream()
                : Stream.of(scope.getName());
    }

    /** Id of the assigned scope of this name. */
    public Optional<String> scopeId(String name) {
        return assigned(name).map(ClientScopeModel::getId);
    }

    /** Id of the group of this name. */
    public Optional<String> groupId(String name) {
        return groups().stream()
                .filter(group -> group.getName().equals(name))
                .map(ClientScopeModel::getId)
                .findFirst();
    }

    /** Names of the plain scopes that a key was given, whether they are assigned now or not. */
    public List<String> scopesIn(KeyGrant grant) {
        return granted(grant)
                .filter(scope -> !ScopeGroupAttributes.isGroup(scope))
                .map(ClientScopeModel::getName)
                .sorted()
                .toList();
    }

    /** Names of the groups that a key was given. */
    public List<String> groupsIn(KeyGrant grant) {
        return granted(grant)
                .filter(ScopeGroupAttributes::isGroup)
                .map(ClientScopeModel::getName)
                .sorted()
                .toList();
    }

    /** What a key was given, by id, as far as it still exists. */
    public Stream<ClientScopeModel> granted(KeyGrant grant) {
        return grant.scopeIds().stream().map(realm::getClientScopeById).filter(Objects::nonNull);
    }

    /** Ids of what a key was given and is a group, or is none. */
    public Set<String> idsIn(KeyGrant grant, boolean groups) {
        Set<String> ids = new HashSet<>();
        granted(grant)
                .filter(scope -> ScopeGroupAttributes.isGroup(scope) == groups)
                .forEach(scope -> ids.add(scope.getId()));
        return ids;
    }
}
