package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.Counters;
import org.keycloak.provider.Provider;

/** Leads to the counters that all nodes share, and to those of this node. */
public interface CountersProvider extends Provider {

    /** What all nodes have counted together. */
    Counters shared();

    /** What this node counts for itself while the shared counters cannot be reached. */
    Counters local();
}
