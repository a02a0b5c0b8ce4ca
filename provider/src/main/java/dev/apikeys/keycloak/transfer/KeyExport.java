package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.keys.KeyRecordJson;
import dev.apikeys.keycloak.store.KeyFilter;
import dev.apikeys.keycloak.store.KeyRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes keys as records that an import reads, page by page, each in a transaction of its own. */
public final class KeyExport {

    private static final int PAGE = 500;

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final KeyFilter filter;
    private final Instant now;

    public KeyExport(KeycloakSessionFactory factory, String realmId, KeyFilter filter, Instant now) {
        this.factory = factory;
        this.realmId = realmId;
        this.filter = filter;
        this.now = now;
    }

    /**
     * Some records.
     *
     * @param last the id of the last key; empty when there are no further ones
     */
    private record Page(List<ObjectNode> records, Optional<String> last) {}

    /** One record in each line. */
    public void writeLines(OutputStream out) throws IOException {
        write(out, "", "", "\n");
    }

    /** A JSON array. */
    public void writeArray(OutputStream out) throws IOException {
        out.write('[');
        write(out, "\n", ",\n", "");
        out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
    }

    private void write(OutputStream out, String beforeFirst, String beforeOthers, String behind) throws IOException {
        String before = beforeFirst;
        for (Optional<String> last = Optional.of(""); last.isPresent(); ) {
            String after = last.get();
            Page page = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> page(session, after));
            for (ObjectNode json : page.records()) {
                out.write((before + json + behind).getBytes(StandardCharsets.UTF_8));
                before = beforeOthers;
            }
            last = page.last();
        }
    }

    private Page page(KeycloakSession session, String after) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        List<ApiKey> keys = KeyRepository.of(session, realm).listAfter(filter, after, PAGE, now);
        Map<String, ClientScopes> scopes = new HashMap<>();
        List<ObjectNode> records = new ArrayList<>();
        for (ApiKey key : keys) {
            ClientModel client = realm.getClientById(key.owner().clientId());
            // a key that is deleted at this moment has no value any more
            if (client != null && !key.secrets().isEmpty()) {
                Optional<String> username = key.owner()
                        .userId()
                        .flatMap(id -> Optional.ofNullable(session.users().getUserById(realm, id)))
                        .map(UserModel::getUsername);
                ClientScopes ofClient = scopes.computeIfAbsent(client.getId(), id -> new ClientScopes(client));
                records.add(KeyRecordJson.write(key, client.getClientId(), username, ofClient, now));
            }
        }
        return new Page(
                records,
                keys.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(keys.get(keys.size() - 1).id()));
    }
}
