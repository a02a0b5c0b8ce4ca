package dev.apikeys.keycloak.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.LeakReporter;
import dev.apikeys.keycloak.keys.KeyJson;
import dev.apikeys.keycloak.store.StoredKey;
import org.keycloak.models.ClientModel;

/** A key as its owner sees it: with what they may do with it, and without the ids of administrators. */
final class AccountKeyJson {

    private final AccountContext context;

    AccountKeyJson(AccountContext context) {
        this.context = context;
    }

    ObjectNode write(StoredKey stored) {
        ObjectNode json = new KeyJson(context.realm(), context.realmKeys().directory())
                .write(stored, context.realmKeys().clock().instant());
        String revokedBy = json.path("revokedBy").asText();
        if (!LeakReporter.isCode(revokedBy)
                && !revokedBy.equals(context.caller().user().getId())) {
            json.remove("revokedBy");
        }
        boolean manage = context.caller().mayManage();
        boolean renew = context.caller().mayMake() && isServed(stored.key());
        json.putObject("access").put("manage", manage).put("renew", renew);
        return json;
    }

    /** Whether keys of the client can be made and renewed now. */
    boolean isServed(ApiKey key) {
        ClientModel client = context.realm().getClientById(key.owner().clientId());
        return client != null && context.reach(key).serves(client);
    }
}
