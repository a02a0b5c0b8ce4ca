package dev.apikeys.it.security;

import static java.util.Map.entry;

import dev.apikeys.it.account.PageLogin;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.tokens.KeyTokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The callers of each table, by the words of its first row. */
final class Callers {

    private static final String SERVICE_ACCOUNT = "service-account-shop-backend";

    private final Ground ground;
    private final Ground elsewhere;
    private final Map<String, Caller> everywhere;
    private final Map<String, Caller> administrators;
    private final Map<String, Caller> users;
    private final Map<String, Caller> askers;

    Callers(Ground ground, Ground elsewhere) {
        this.ground = ground;
        this.elsewhere = elsewhere;
        this.administrators = administrators();
        this.everywhere = everywhere();
        this.users = users();
        this.askers = askers();
        ground.permit("shop-backend", "view", "viewer", "manager");
        ground.permit("shop-backend", "manage", "manager");
        ground.permit(Ground.ELSEWHERE, "view", "stranger");
        ground.permit(Ground.ELSEWHERE, "manage", "stranger");
    }

    /** The caller of that name at that door. */
    Caller named(String name, String door) {
        Map<String, Caller> known = new HashMap<>(everywhere);
        known.putAll(door.startsWith("/admin/") ? administrators : door.endsWith("/account") ? users : askers);
        Caller caller = known.get(name);
        if (caller == null) {
            throw new AssertionError("nobody is called " + name + " at " + door + "; known are " + known.keySet());
        }
        return caller;
    }

    /** Whoever has no good token; the tokens of keys are of subjects who may do everything. */
    private Map<String, Caller> everywhere() {
        new Roles(ground.realm()).giveOfClient(SERVICE_ACCOUNT, "realm-management", "realm-admin");
        new Roles(ground.realm()).giveOfClient(SERVICE_ACCOUNT, "account", "manage-account");
        NewKey clientKey = ground.almightyKey("");
        NewKey personalKey = ground.almightyKey("realm-admin");
        String ofClient = ground.realm()
                .tokens()
                .request(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "shop-backend",
                        "client_secret", clientKey.value()))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        String ofUser = new KeyTokens(ground.realm())
                .exchange(personalKey.value(), Map.of())
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return Map.ofEntries(
                entry("no token", Caller.with(ground, "")),
                entry("made-up token", Caller.bearer(ground, "made.up.token")),
                entry("a key", Caller.bearer(ground, personalKey.value())),
                entry("token of a client key", Caller.bearer(ground, ofClient)),
                entry("token of a personal key", Caller.bearer(ground, ofUser)),
                entry("master admin", Caller.bearer(ground, ground.realm()::adminToken)));
    }

    private Map<String, Caller> administrators() {
        return Map.ofEntries(
                entry("user", Caller.bearer(ground, ground.token(Ground.SOMEBODY_ELSE))),
                role("query-clients"),
                role("view-clients"),
                role("manage-clients"),
                entry(
                        "manage-clients, impersonation",
                        Caller.bearer(ground, ground.administrator("impersonator", "manage-clients", "impersonation"))),
                role("view-realm"),
                role("manage-realm"),
                role("view-users"),
                role("manage-users"),
                role("realm-admin"),
                entry("may view the client", delegate("viewer")),
                entry("may manage the client", delegate("manager")),
                entry("may manage another client", delegate("stranger")),
                entry(
                        "realm-admin of another realm",
                        Caller.bearer(ground, elsewhere.administrator("realm-admin", "realm-admin"))));
    }

    private Map.Entry<String, Caller> role(String role) {
        return entry(role, Caller.bearer(ground, ground.administrator(role, role)));
    }

    /** May list clients; what they may do with one of them is yet to be permitted. */
    private Caller delegate(String username) {
        return Caller.bearer(ground, ground.administrator(username, "query-clients"));
    }

    private Map<String, Caller> users() {
        Caller owner = Caller.bearer(ground, ground.token(Ground.OWNER));
        return Map.ofEntries(
                entry("owner", owner),
                accountRole("view-profile"),
                accountRole("manage-account"),
                accountRole("view-groups"),
                accountRole("no-account-role"),
                entry(
                        "impersonating admin",
                        Caller.bearer(ground, PageLogin.impersonation(ground.realm(), Ground.PORTAL, Ground.OWNER))),
                entry("owner, no self-service", owner.about(Ground.RETIRED)),
                entry(
                        "realm-admin",
                        Caller.bearer(ground, ground.token("realm-admin")).withKeysOf("realm-admin")),
                entry("same name, other realm", Caller.bearer(ground, elsewhere.token(Ground.OWNER))));
    }

    private Map.Entry<String, Caller> accountRole(String username) {
        return entry(username, Caller.bearer(ground, ground.token(username)).withKeysOf(username));
    }

    private Map<String, Caller> askers() {
        return Map.ofEntries(
                entry("nobody", Caller.with(ground, "")),
                entry("wrong secret", basic("demo-api", "wrong")),
                entry("public client", basic(Ground.PORTAL, "")),
                entry("the API", basic("demo-api", "demo-api-secret")),
                entry("another API", basic("other-api", "other-api-secret")),
                entry("gateway", basic(Ground.GATEWAY, Ground.SECRET)),
                entry(
                        "key as secret",
                        basic("shop-backend", ground.almightyKey("").value())),
                entry("user", Caller.bearer(ground, ground.token(Ground.SOMEBODY_ELSE))),
                entry("realm-admin", Caller.bearer(ground, ground.token("realm-admin"))));
    }

    private Caller basic(String clientId, String secret) {
        return Caller.with(
                ground,
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }
}
