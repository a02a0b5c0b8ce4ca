package dev.apikeys.it.security;

import java.util.function.Supplier;

/**
 * Who asks.
 *
 * @param ground the realm that is asked
 * @param authorization the value of the header field; empty for none
 * @param username whose keys are the caller's own
 * @param clientId the client whose keys the caller asks about
 */
record Caller(Ground ground, Supplier<String> authorization, String username, String clientId) {

    private static final String SHOP = "shop-backend";

    /** With a token or what is presented as one. */
    static Caller bearer(Ground ground, Supplier<String> token) {
        return new Caller(ground, () -> "Bearer " + token.get(), Ground.OWNER, SHOP);
    }

    static Caller bearer(Ground ground, String token) {
        return bearer(ground, () -> token);
    }

    static Caller with(Ground ground, String authorization) {
        return new Caller(ground, () -> authorization, Ground.OWNER, SHOP);
    }

    Caller withKeysOf(String user) {
        return new Caller(ground, authorization, user, clientId);
    }

    Caller about(String client) {
        return new Caller(ground, authorization, username, client);
    }
}
