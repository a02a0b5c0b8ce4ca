package dev.apikeys.keycloak.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.representations.AccessToken;

/** The organization to which a client's keys belong, when an attribute of the client names one; read live. */
public final class ClientOrganization {

    /** Client attribute: the alias of the organization. */
    static final String ATTRIBUTE = "api-keys.organization";

    /** Role of the client: its bearer, a member of the organization, looks after the client's keys. */
    private static final String MANAGER = "api-keys-manager";

    private final KeycloakSession session;
    private final ClientModel client;
    private final Optional<String> alias;

    private ClientOrganization(KeycloakSession session, ClientModel client, Optional<String> alias) {
        this.session = session;
        this.client = client;
        this.alias = alias;
    }

    public static ClientOrganization of(KeycloakSession session, ClientModel client) {
        Optional<String> alias = Optional.ofNullable(client.getAttribute(ATTRIBUTE))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        return new ClientOrganization(session, client, alias);
    }

    /** Whether the keys belong to an organization, be it there or not. */
    boolean isBound() {
        return alias.isPresent();
    }

    /** Whether the keys belong to no organization, or to one that exists and is enabled. */
    public boolean permitsKeys() {
        return alias.isEmpty() || enabled().isPresent();
    }

    /** Whether the subject may have keys: anybody without an organization, else the client itself and the members. */
    public boolean permitsKeysOf(UserModel subject) {
        return alias.isEmpty() || subject.getServiceAccountClientLink() != null || hasMember(subject);
    }

    /** Whether the user looks after the client's own keys on behalf of the organization. */
    public boolean isManagedBy(UserModel user) {
        RoleModel manager = alias.isPresent() ? client.getRole(MANAGER) : null;
        return manager != null && user.hasRole(manager) && hasMember(user);
    }

    /** The alias of the organization, while it exists and is enabled. */
    public Optional<String> name() {
        return enabled().map(OrganizationModel::getAlias);
    }

    /**
     * Names the organization in what a token introspects to, as Keycloak's own mapper does, unless a mapper has named one.
     * Not in tokens that go out: Keycloak refuses those of a subject who is no member, and a service account never is.
     */
    void nameIn(AccessToken token) {
        name().ifPresent(name -> token.getOtherClaims().putIfAbsent(OAuth2Constants.ORGANIZATION, List.of(name)));
    }

    private boolean hasMember(UserModel user) {
        return enabled().filter(organization -> organization.isMember(user)).isPresent();
    }

    /**
     * Whoever asks: an administrator who may not see the organization must not find its keys dead. Keycloak's form with a
     * result is not in 26.6.
     */
    private Optional<OrganizationModel> enabled() {
        if (alias.isEmpty() || !Organizations.isEnabled(session)) {
            return Optional.empty();
        }
        OrganizationProvider organizations = Organizations.getProvider(session);
        List<OrganizationModel> found = new ArrayList<>();
        AdminPermissionsSchema.runWithoutAuthorization(session, () -> OrganizationIds.OF_THIS_NODE
                .find(organizations, client.getRealm().getId(), alias.get())
                .ifPresent(found::add));
        return found.stream().filter(OrganizationModel::isEnabled).findFirst();
    }
}
