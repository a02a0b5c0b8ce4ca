package dev.apikeys.resourceserver;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of token introspection endpoints (RFC 7662). */
final class IntrospectionAddress {

    private IntrospectionAddress() {}

    /** Where a realm of Keycloak has it. */
    static URI atKeycloak(URI keycloak, String realm) {
        String base = keycloak.toString().replaceFirst("/+$", "");
        String name = URLEncoder.encode(realm, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(base + "/realms/" + name + "/protocol/openid-connect/token/introspect");
    }

    static boolean canBeAsked(URI address) {
        boolean http = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        return http && address.getHost() != null && address.getUserInfo() == null;
    }
}
