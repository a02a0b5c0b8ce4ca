package dev.apikeys.keycloak.cache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Claims as protocol mappers made them; without id and times, which belong to the answer. */
public final class RenderedClaims {

    private final ObjectNode claims;
    private final Set<String> audience;

    /**
     * @param claims what an access token would introspect to
     * @param audience the audience of such a token
     */
    public RenderedClaims(ObjectNode claims, Set<String> audience) {
        this.claims = claims.deepCopy();
        this.audience = Set.copyOf(audience);
    }

    /** A copy to complete. */
    public ObjectNode claims() {
        return claims.deepCopy();
    }

    /** The resource servers that it is meant for. */
    public Set<String> audience() {
        return audience;
    }
}
