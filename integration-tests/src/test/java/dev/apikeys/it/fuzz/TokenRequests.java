package dev.apikeys.it.fuzz;

import java.net.URI;

/** What goes to Keycloak's own endpoints. */
record TokenRequests(World world) {

    private static final String API = "demo-api";
    private static final String SECRET = "demo-api-secret";
    private static final String SHOP = "shop-backend";

    Draft introspection(Chance chance) {
        Draft draft = new Draft("introspection", "POST", path("/introspect"));
        if (chance.percent(85)) {
            draft.basic(API, SECRET);
        } else {
            draft.form("client_id", API).form("client_secret", SECRET);
        }
        draft.form("token", chance.percent(90) ? world.value(chance) : world.userToken());
        if (chance.percent(50)) {
            draft.form("token_type_hint", chance.of("api_key", "access_token"));
        }
        if (chance.percent(30)) {
            draft.form("client_ip", chance.of("203.0.113.7", "2001:db8::7"));
        }
        if (chance.percent(30)) {
            draft.form("scope", chance.of("calls:read", "calls:read contacts:read"));
        }
        if (chance.percent(20)) {
            draft.form("cost", chance.of("0", "1", "5"));
        }
        return chance.percent(5) ? draft.header("Accept", "application/jwt") : draft;
    }

    Draft clientCredentials(Chance chance) {
        Draft draft = new Draft("client credentials", "POST", path("")).form("grant_type", "client_credentials");
        String value = world.value(chance);
        switch (chance.below(4)) {
            case 0 -> draft.basic(SHOP, value);
            case 1 -> draft.form("client_id", SHOP).form("client_secret", value);
            case 2 -> draft.header("X-API-Key", value);
            default -> draft.header("Authorization", "ApiKey " + value);
        }
        return chance.percent(50) ? draft.form("scope", chance.of("calls:read", "openid", "nonsense")) : draft;
    }

    Draft exchange(Chance chance) {
        Draft draft = new Draft("token exchange", "POST", path(""))
                .basic(API, SECRET)
                .form("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                .form("subject_token", world.value(chance))
                .form("subject_token_type", "urn:keycloak:params:oauth:token-type:api-key");
        if (chance.percent(30)) {
            draft.form("requested_token_type", "urn:ietf:params:oauth:token-type:access_token");
        }
        if (chance.percent(30)) {
            draft.form("audience", API);
        }
        return chance.percent(30) ? draft.form("client_ip", "203.0.113.7") : draft;
    }

    private String path(String below) {
        return URI.create(world.realm().realmUrl("/protocol/openid-connect/token" + below))
                .getRawPath();
    }
}
