package dev.apikeys.keycloak.cache;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.annotation.ViewChanged;
import org.infinispan.notifications.cachemanagerlistener.event.MergeEvent;
import org.infinispan.notifications.cachemanagerlistener.event.ViewChangedEvent;
import org.infinispan.remoting.transport.Address;

/** Knows when this node may have missed an invalidation: when nodes are missing, and nobody knows which side is cut off. */
@Listener
public final class ClusterMembers {

    private final KeyCache cache;
    private final Set<Address> missing = new HashSet<>();

    ClusterMembers(KeyCache cache) {
        this.cache = cache;
    }

    /** Called by Infinispan when a node came or went. */
    @ViewChanged
    public void changed(ViewChangedEvent event) {
        if (miss(event.getOldMembers(), event.getNewMembers())) {
            cache.doubt();
        }
    }

    /** Called by Infinispan when parts of the cluster find each other again; others may still be missing. */
    @Merged
    public void merged(MergeEvent event) {
        miss(event.getOldMembers(), event.getNewMembers());
        if (isComplete()) {
            cache.trust();
        } else {
            cache.doubt();
        }
    }

    private synchronized boolean miss(List<Address> before, List<Address> now) {
        boolean lost = missing.addAll(
                before.stream().filter(member -> !now.contains(member)).toList());
        now.forEach(missing::remove);
        return lost;
    }

    private synchronized boolean isComplete() {
        return missing.isEmpty();
    }
}
