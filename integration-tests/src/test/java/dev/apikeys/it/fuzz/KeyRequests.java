package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What administrators and owners do with keys. */
record KeyRequests(World world) {

    private static final List<List<String>> SETTINGS = List.of(
            List.of("prefixes", "sk_live_=live,sk_test_=test"),
            List.of("prefixes", "sk_live_=live,sk_test_=test,key_"),
            List.of("defaultLimit", "100000/hour,500/10s"),
            List.of("realmLimit", "1000000/minute"),
            List.of("maxLifetime", "315360000"),
            List.of("requireExpiry", "false"),
            List.of("freshness", "60"),
            List.of("claimsMaxAge", "10"),
            List.of("discloseReason", "true"),
            List.of("errorFormat", "error-object"),
            List.of("expiryNotice", "7,1"),
            List.of("usageRetention", "90"),
            List.of("rateLimitFailure", "open"),
            List.of("outcomes", "sent,delivered"),
            List.of("outcomeRates", "delivery=delivered/sent"));

    Draft account(Chance chance) {
        return request(chance, new Draft("account", "GET", realm("/account"))).bearer(world.userToken());
    }

    Draft admin(Chance chance) {
        Draft draft = new Draft("admin", "GET", admin(""));
        switch (chance.below(20)) {
            case 0 -> draft.path += chance.of("/settings", "/settings/defaults", "/scope-groups");
            case 1 -> {
                draft.method = "POST";
                draft.path += "/accepted-by";
                draft.json(JsonNodeFactory.instance
                        .objectNode()
                        .put("clientId", "shop-backend")
                        .put("fullAccess", true));
            }
            case 2 -> {
                draft.method = chance.of("GET", "POST");
                draft.path += "/ui-client";
            }
            case 3, 4, 5 -> {
                draft.method = "DELETE";
                draft.path += '/' + world.passingId(chance);
            }
            default -> request(chance, draft);
        }
        return draft.bearer(world.realm().adminToken());
    }

    /** More is set than goes back to what was, so that reports still name outcomes. */
    Draft settings(Chance chance) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        SETTINGS.forEach(setting -> {
            if (chance.percent(10)) {
                body.putNull(setting.get(0));
            } else if (chance.percent(40)) {
                body.put(setting.get(0), setting.get(1));
            }
        });
        return new Draft(Doors.SETTINGS, "PUT", admin("/settings"))
                .json(body)
                .bearer(world.realm().adminToken());
    }

    Draft page(Chance chance) {
        Draft draft = new Draft("page", "GET", realm(chance.of("/ui", "/ui", "/ui/", "")));
        return chance.percent(50) ? draft.query("ui_locales", chance.of("de", "fr en", "ja")) : draft;
    }

    /** What both doors have. */
    private Draft request(Chance chance, Draft draft) {
        switch (chance.below(world.isFull() ? 9 : 12)) {
            case 0, 1 -> list(chance, draft);
            case 2 -> list(chance, below(draft, "GET", "/count"));
            case 3 ->
                below(draft, "GET", chance.of("/clients", "/policies"))
                        .query("search", "shop")
                        .query("max", "10");
            case 4 -> below(draft, "GET", "/scopes").query("clientId", "shop-backend");
            case 5 -> usage(chance, below(draft, "GET", '/' + id(chance) + "/usage"));
            case 6 -> below(draft, "GET", '/' + id(chance));
            case 7 -> below(draft, "POST", '/' + world.passingId(chance) + chance.of("/enable", "/disable", "/revoke"));
            case 8 ->
                below(draft, "POST", '/' + world.passingId(chance) + "/rotate")
                        .json(JsonNodeFactory.instance.objectNode().put("overlap", chance.of(0, 60)));
            case 9 -> below(draft, "PUT", '/' + world.passingId(chance)).json(key(chance));
            default -> below(draft, "POST", "").json(key(chance).put("clientId", "shop-backend"));
        }
        return draft;
    }

    private String id(Chance chance) {
        return chance.percent(50) ? world.steadyId(chance) : world.passingId(chance);
    }

    private static Draft below(Draft draft, String method, String path) {
        draft.method = method;
        draft.path += path;
        return draft;
    }

    private static Draft list(Chance chance, Draft draft) {
        draft.query("max", chance.of("1", "5"));
        List.of(
                        List.of("first", "0"),
                        List.of("search", "key"),
                        List.of("clientId", "shop-backend"),
                        List.of("status", "active"),
                        List.of("environment", "live"),
                        List.of("expiringBefore", "2030-01-01T00:00:00Z"),
                        List.of("unusedSince", "2030-01-01T00:00:00Z"),
                        List.of("neverExpires", "true"),
                        List.of("sort", "name"),
                        List.of("direction", "desc"),
                        List.of("ownerType", "user"))
                .forEach(filter -> {
                    if (chance.percent(25)) {
                        draft.query(filter.get(0), filter.get(1));
                    }
                });
        return draft;
    }

    private static Draft usage(Chance chance, Draft draft) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return draft.query("from", now.minus(chance.of(1, 5), ChronoUnit.DAYS).toString())
                .query("to", now.toString())
                .query("bucket", chance.of("hour", "day"));
    }

    private static ObjectNode key(Chance chance) {
        ObjectNode key = JsonNodeFactory.instance.objectNode().put("name", "fuzz " + chance.below(1_000));
        key.putArray("scopes").add("calls:read").add("contacts:read");
        if (chance.percent(50)) {
            key.put("description", "made by chance").put("expiresAt", "2090-01-31T00:00:00Z");
            key.putArray("allowedIps").add("203.0.113.0/24").add("2001:db8::/32");
            key.putArray("limits").add("60/minute").add("5/10s");
            key.putObject("metadata")
                    .put("team", "calls")
                    .putObject("deep")
                    .putArray("list")
                    .add(1)
                    .add(2.5);
        }
        return key;
    }

    private String realm(String below) {
        return URI.create(world.realm().realmUrl("/api-keys" + below)).getRawPath();
    }

    private String admin(String below) {
        return URI.create(world.realm().adminUrl("/api-keys" + below)).getRawPath();
    }
}
