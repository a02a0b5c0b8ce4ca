package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.Counters;

/** The counters that this node asks. */
record CountersOfNode(Counters shared, Counters local) implements CountersProvider {

    @Override
    public void close() {}
}
