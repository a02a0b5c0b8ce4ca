package dev.apikeys.resourceserver;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/** Where a call comes from: what Keycloak compares with the addresses that a key is restricted to. */
@FunctionalInterface
public interface CallerAddress {

    /**
     * An IPv4 or IPv6 literal without port; empty, or anything else, when it is unknown: then keys that are restricted to
     * addresses are refused.
     */
    Optional<String> of(ContainerRequestContext request);
}
