package dev.apikeys.keycloak.directory;

import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.keycloak.cache.Standing;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.UserModel;

/** Puts together what Keycloak says of a client and a subject now. */
final class StandingReader {

    private StandingReader() {}

    /** Only for a principal whose client and subject exist. */
    static Standing read(LivePrincipal principal, KeyGrant grant) {
        ClientModel client = principal.client().orElseThrow();
        UserModel subject = principal.subject().orElseThrow();
        Set<ClientScopeModel> scopes = principal.scopes();
        return new Standing(
                client.getClientId(),
                KeyClients.isUsable(client),
                subject.getId(),
                subject.getUsername(),
                subject.isEnabled(),
                principal.notBeforeOfBoth(),
                scopes.stream().map(ClientScopeModel::getName).collect(Collectors.toSet()),
                scopes.stream().map(ClientScopeModel::getId).collect(Collectors.toSet()),
                ClaimsRenderer.scopeClaim(scopes),
                principal.clientScopes().groupsIn(grant));
    }
}
