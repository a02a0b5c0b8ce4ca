package dev.apikeys.core.verify;

import dev.apikeys.core.ip.IpAddress;
import java.util.Optional;

/** Told of each verdict, once. */
@FunctionalInterface
public interface VerdictObserver {

    /**
     * Takes note of a verdict.
     *
     * @param callerIp where the key was used; empty when unknown
     * @param calls how many calls the verdict stands for; 0 when the door only looked, and for a refusal always 1
     */
    void observe(Verdict verdict, Optional<IpAddress> callerIp, int calls);
}
