package dev.apikeys.keycloak.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Finds organizations by alias. Keycloak remembers them by id only, so this node remembers which id an alias had; that is a
 * hint, and what Keycloak says of the organization now is what counts.
 */
final class OrganizationIds {

    static final OrganizationIds OF_THIS_NODE = new OrganizationIds();

    private static final int MOST = 10_000;

    private final Cache<Name, String> ids =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private OrganizationIds() {}

    private record Name(String realmId, String alias) {}

    Optional<OrganizationModel> find(OrganizationProvider organizations, String realmId, String alias) {
        Name name = new Name(realmId, alias);
        Optional<OrganizationModel> hinted = Optional.ofNullable(ids.getIfPresent(name))
                .map(organizations::getById)
                .filter(organization -> alias.equals(organization.getAlias()));
        if (hinted.isPresent()) {
            return hinted;
        }
        Optional<OrganizationModel> found = Optional.ofNullable(organizations.getByAlias(alias));
        found.ifPresent(organization -> ids.put(name, organization.getId()));
        return found;
    }
}
