package dev.apikeys.keycloak.admin;

import dev.apikeys.keycloak.directory.EnabledClients;
import dev.apikeys.keycloak.store.KeyRepository;
import jakarta.ws.rs.ForbiddenException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Who may import and export: those who may manage the keys of some client. */
record TransferAccess(RealmModel realm, EnabledClients clients, AdminPermissionEvaluator auth) {

    /** 403 for those who may manage no client that has keys; which ones others may is asked for each record. */
    void requireAnyClient() {
        auth.clients().requireList();
        if (!auth.clients().canManage() && clients.search("").noneMatch(auth.clients()::canManage)) {
            throw new ForbiddenException();
        }
    }

    /** Internal ids of the clients whose keys the caller may manage; empty when all. */
    Optional<Set<String>> manageableClientIds(KeyRepository keys) {
        if (auth.clients().canManage()) {
            return Optional.empty();
        }
        return Optional.of(keys.clientIds().stream().filter(this::mayManage).collect(Collectors.toSet()));
    }

    boolean mayManageAll() {
        return auth.clients().canManage();
    }

    /** Whether the caller may manage the client with the internal id. */
    boolean mayManage(String id) {
        return new ClientAccess(realm, auth).mayManage(id);
    }
}
