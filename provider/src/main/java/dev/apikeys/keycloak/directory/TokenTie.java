package dev.apikeys.keycloak.directory;

/** The claim that ties a token to the key it was made from. */
public final class TokenTie {

    public static final String API_KEY_ID = "api_key_id";

    private TokenTie() {}
}
