package dev.apikeys.keycloak.admin;

import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What the caller may do with the keys of a client, by its internal id. A key can outlive its client for a moment, or for longer in a
 * federated store: whoever may do it with all clients may do it with one that is gone.
 */
record ClientAccess(RealmModel realm, AdminPermissionEvaluator auth) {

    boolean mayManage(String id) {
        ClientModel client = realm.getClientById(id);
        return client == null ? auth.clients().canManage() : auth.clients().canManage(client);
    }

    /** 403 for those who may not. */
    void requireManage(String id) {
        ClientModel client = realm.getClientById(id);
        if (client == null) {
            auth.clients().requireManage();
        } else {
            auth.clients().requireManage(client);
        }
    }

    /** 403 for those who may not. */
    void requireView(String id) {
        ClientModel client = realm.getClientById(id);
        if (client == null) {
            auth.clients().requireView();
        } else {
            auth.clients().requireView(client);
        }
    }
}
