package dev.apikeys.keycloak.directory;

import dev.apikeys.core.scope.ScopeGroups;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;

/** What the attributes of a client scope say about it as a scope group. */
public final class ScopeGroupAttributes {

    private static final String EVERYTHING = "*";
    private static final String SCOPE_GROUP = "api-keys.scope-group";
    private static final String INCLUDES = "api-keys.includes";
    private static final String BEST_FOR = "api-keys.best-for";

    private ScopeGroupAttributes() {}

    /** Whether the client scope bundles others. */
    public static boolean isGroup(ClientScopeModel scope) {
        return Boolean.parseBoolean(scope.getAttribute(SCOPE_GROUP));
    }

    /** Names of the client scopes and groups in the group. */
    public static List<String> includes(ClientScopeModel group) {
        String includes = Optional.ofNullable(group.getAttribute(INCLUDES)).orElse("");
        return Arrays.stream(includes.split("\\s+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What the group is for, for people who choose one. */
    public static Optional<String> bestFor(ClientScopeModel group) {
        return Optional.ofNullable(group.getAttribute(BEST_FOR)).filter(text -> !text.isBlank());
    }

    /** The groups of the realm in the order of their names. */
    public static Stream<ClientScopeModel> groups(RealmModel realm) {
        return realm.getClientScopesStream()
                .filter(ScopeGroupAttributes::isGroup)
                .sorted(Comparator.comparing(ClientScopeModel::getName));
    }

    /**
     * How all groups of the realm expand.
     *
     * @param ofClient what the group of everything stands for: one that is called so and lists no members
     */
    static ScopeGroups groupsOf(RealmModel realm, List<String> ofClient) {
        return new ScopeGroups(groups(realm).collect(Collectors.toMap(ClientScopeModel::getName, group -> {
            List<String> listed = includes(group);
            return EVERYTHING.equals(group.getName()) && listed.isEmpty() ? ofClient : listed;
        })));
    }
}
