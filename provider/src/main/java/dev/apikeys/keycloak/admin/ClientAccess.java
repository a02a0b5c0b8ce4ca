package dev.apikeys.keycloak.admin;

import dev.apikeys.keycloak.directory.EnabledClients;
import dev.apikeys.keycloak.store.KeyRepository;
import jakarta.ws.rs.ForbiddenException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Of which clients the caller may see and manage keys: those that they may see and manage, whether keys of these work now or
 * not. Keys of a client that is gone are for those who may do so with all. Clients are named by their internal ids.
 */
record ClientAccess(RealmModel realm, AdminPermissionEvaluator auth) {

    boolean mayView(String id) {
        ClientModel client = realm.getClientById(id);
        return client == null ? auth.clients().canView() : auth.clients().canView(client);
    }

    boolean mayManage(String id) {
        ClientModel client = realm.getClientById(id);
        return client == null ? mayManageAll() : auth.clients().canManage(client);
    }

    boolean mayManageAll() {
        return auth.clients().canManage();
    }

    /** 403 unless the caller may. */
    void requireView(String id) {
        require(mayView(id));
    }

    /** 403 unless the caller may. */
    void requireManage(String id) {
        require(mayManage(id));
    }

    /** 403 for those who may manage no client that has keys; which ones others may is asked for each record. */
    void requireManageAny(EnabledClients clients) {
        auth.clients().requireList();
        require(mayManageAll() || clients.search("").anyMatch(auth.clients()::canManage));
    }

    /** The clients with keys that the caller may see; empty when all. */
    Optional<Set<String>> visible(KeyRepository keys) {
        return unlessAll(auth.clients().canView(), keys, this::mayView);
    }

    /** The clients with keys that the caller may manage; empty when all. */
    Optional<Set<String>> manageable(KeyRepository keys) {
        return unlessAll(mayManageAll(), keys, this::mayManage);
    }

    private static Optional<Set<String>> unlessAll(boolean all, KeyRepository keys, Predicate<String> permitted) {
        return all
                ? Optional.empty()
                : Optional.of(keys.clientIds().stream().filter(permitted).collect(Collectors.toSet()));
    }

    private static void require(boolean permitted) {
        if (!permitted) {
            throw new ForbiddenException();
        }
    }
}
