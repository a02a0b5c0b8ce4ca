package dev.apikeys.keycloak.cache;

import dev.apikeys.core.model.KeyGrant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * All that a node remembers for as long as Keycloak's own caches hear of no change.
 *
 * @param standings what Keycloak says of clients and subjects
 * @param gateways internal ids of the clients that Keycloak has authenticated
 * @param signatures how tokens are signed
 */
public record Findings(
        Remembered<Holders, Standing> standings,
        Remembered<Credentials, String> gateways,
        Remembered<Api, String> signatures) {

    private static final long HOLDERS = 10_000;
    private static final long CLIENTS = 1_000;

    /** Nothing so far. */
    static Findings none() {
        return new Findings(new Remembered<>(HOLDERS), new Remembered<>(CLIENTS), new Remembered<>(CLIENTS));
    }

    /**
     * Keys for which Keycloak says the same.
     *
     * @param clientId Keycloak's internal id of the client
     * @param userId empty for the client's service account
     */
    public record Holders(String clientId, Optional<String> userId, KeyGrant grant) {}

    /**
     * An API that tokens are for.
     *
     * @param clientId Keycloak's internal id of its client
     */
    public record Api(String realmId, String clientId) {}

    /** What somebody presented to a realm, as a digest: no secret is kept. */
    public record Credentials(String realmId, String digest) {

        /** With the {@code Authorization} field. */
        public static Credentials of(String realmId, String authorization) {
            try {
                byte[] digest =
                        MessageDigest.getInstance("SHA-256").digest(authorization.getBytes(StandardCharsets.UTF_8));
                return new Credentials(realmId, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
