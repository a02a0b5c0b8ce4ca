package dev.apikeys.keycloak.account;

import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.keys.KeyRequests;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What the resources of this door work with during one request. */
record AccountContext(KeycloakSession session, RealmModel realm, RealmKeys realmKeys, Caller caller) {

    static AccountContext of(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return new AccountContext(session, realm, new RealmKeys(session, realm), Caller.of(session));
    }

    /** The reach that the key is in, if it is in any. */
    Reach reach(ApiKey key) {
        return key.owner().userId().isPresent() ? new OwnKeys(this) : new OrganizationKeys(this);
    }

    /** Makes and changes keys as strictly as the realm's policies want it of their owners. */
    KeyRequests requests() {
        return realmKeys.ownersRequests();
    }

    CredentialEvents events() {
        return new CredentialEvents(realm, caller);
    }

    RecentLogin recentLogin() {
        return new RecentLogin(realmKeys.settings(), realmKeys.clock());
    }
}
