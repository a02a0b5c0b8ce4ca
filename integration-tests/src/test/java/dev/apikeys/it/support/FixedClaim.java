package dev.apikeys.it.support;

import java.util.Map;

/** A protocol mapper that puts one claim into every access token and its introspection. */
public final class FixedClaim {

    private FixedClaim() {}

    /**
     * The mapper's representation.
     *
     * @param type {@code String} or {@code long}
     */
    public static Map<String, Object> mapper(String name, String claim, String value, String type) {
        return Map.of(
                "name",
                name,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-hardcoded-claim-mapper",
                "config",
                Map.of(
                        "claim.name", claim,
                        "claim.value", value,
                        "jsonType.label", type,
                        "access.token.claim", "true",
                        "introspection.token.claim", "true"));
    }
}
