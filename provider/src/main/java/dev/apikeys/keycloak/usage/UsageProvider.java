package dev.apikeys.keycloak.usage;

import dev.apikeys.core.verify.VerdictObserver;
import org.keycloak.provider.Provider;

/** Leads to what counts the verdicts of this node. */
public interface UsageProvider extends Provider {

    /**
     * Counts the verdict of one call, and how long it took from now on.
     *
     * @param keepsAddresses whether the caller's address may be kept
     */
    VerdictObserver observer(DoorName door, boolean keepsAddresses);
}
