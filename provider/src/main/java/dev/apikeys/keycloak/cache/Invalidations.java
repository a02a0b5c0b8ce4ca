package dev.apikeys.keycloak.cache;

import dev.apikeys.core.model.ApiKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.cache.infinispan.events.CacheKeyInvalidatedEvent;

/**
 * The keys that a transaction changes. All nodes are told after the commit and before the answer to the request is
 * written: when an administrator reads that a key is revoked, no node lets it in any more.
 */
public final class Invalidations {

    static final String TASK = "api-keys";

    private static final String ALL = "*";

    /** Between fingerprints; a node of an older version cannot read several, and forgets everything. */
    private static final String SEPARATOR = ",";

    /** Up to so many have a message each. */
    private static final int MOST_ONE_BY_ONE = 10;

    private static final int MOST_AT_ONCE = 250;

    private static final Logger LOG = Logger.getLogger(Invalidations.class);

    private final KeycloakSession session;
    private final KeyCache cache;
    private final Set<String> messages = new LinkedHashSet<>();

    Invalidations(KeycloakSession session, KeyCache cache) {
        this.session = session;
        this.cache = cache;
    }

    /** A key was made, changed or deleted; called with what it was and with what it is. */
    public void changed(ApiKey key) {
        key.secrets().forEach(secret -> add(Fingerprint.of(secret.hash()).text()));
    }

    /** Keys changed that are not known one by one. */
    public void changedMany() {
        add(ALL);
    }

    private void add(String message) {
        if (messages.isEmpty()) {
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    send();
                }

                @Override
                protected void rollbackImpl() {
                    messages.clear();
                }
            });
        }
        messages.add(message);
    }

    /** This node first, whatever happens to the others. The change is committed: a node that is not reached fails nobody. */
    private void send() {
        ClusterProvider cluster = session.getProvider(ClusterProvider.class);
        Set<String> toSend = messages.contains(ALL) ? Set.of(ALL) : Set.copyOf(messages);
        toSend.forEach(message -> apply(message, cache));
        List<String> inOrder = List.copyOf(toSend);
        int atOnce = inOrder.size() <= MOST_ONE_BY_ONE ? 1 : MOST_AT_ONCE;
        for (int start = 0; start < inOrder.size(); start += atOnce) {
            int end = Math.min(start + atOnce, inOrder.size());
            tell(cluster, String.join(SEPARATOR, inOrder.subList(start, end)));
        }
        messages.clear();
    }

    private static void tell(ClusterProvider cluster, String message) {
        try {
            cluster.notify(TASK, new CacheKeyInvalidatedEvent(message), false);
        } catch (RuntimeException e) {
            LOG.warn("Not every node was told of a changed API key; one that was not may believe the old one", e);
        }
    }

    /** What a node does when it is told; a message that it cannot read means more than it knows. */
    static void apply(String message, KeyCache cache) {
        try {
            for (String fingerprint : message.split(SEPARATOR, -1)) {
                cache.invalidate(Fingerprint.parse(fingerprint));
            }
        } catch (NumberFormatException e) {
            cache.invalidateAll();
        }
    }
}
