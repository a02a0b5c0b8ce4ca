package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;

/** What gateways and resource servers ask and report. */
record GatewayRequests(World world) {

    private static final String API = "demo-api";
    private static final String SECRET = "demo-api-secret";

    Draft check(Chance chance) {
        Draft draft = new Draft("check", chance.of("GET", "GET", "GET", "POST", "PUT", "OPTIONS"), path("/check"));
        if (chance.percent(25)) {
            // open to everybody
            draft.query("audience", "other-api");
        } else {
            draft.basic(API, SECRET).query("client_id", API);
            if (chance.percent(50)) {
                draft.query("audience", API);
            }
        }
        if (chance.percent(50)) {
            draft.query("scope", chance.of("calls:read", "contacts:read calls:read", "calls:write"));
        }
        if (chance.percent(10)) {
            draft.query("cost", chance.of("0", "1", "1000"));
        }
        if (chance.percent(20)) {
            draft.query("client_ip", chance.of("203.0.113.7", "2001:db8::7"));
        }
        if (chance.percent(2)) {
            draft.query("token", "true");
        }
        if (chance.percent(10)) {
            draft.query("limited", "403");
        }
        return withKey(chance, withAddress(chance, draft));
    }

    Draft checkByPath(Chance chance) {
        String scope = chance.of("calls:read", "-", "calls:read+contacts:read", "calls%3Aread");
        Draft draft = new Draft(
                "check by path",
                chance.of("GET", "DELETE", "PATCH"),
                path("/check/for/" + chance.of(API, "other-api") + '/' + scope + "/call"
                        + chance.of("", "/a/b", "/orders/1")));
        if (chance.percent(50)) {
            draft.query("page", "2");
        }
        return withKey(chance, withAddress(chance, draft.basic(API, SECRET)));
    }

    Draft batch(Chance chance) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode checks = body.putArray("checks");
        for (int i = 0; i < chance.of(1, 1, 2, 5); i++) {
            ObjectNode check =
                    checks.addObject().put("key", world.value(chance)).put("audience", API);
            check.put("scope", "calls:read").put("cost", chance.of(0, 1, 2)).put("client_ip", "203.0.113.7");
        }
        return new Draft("batch check", "POST", path("/check/batch"))
                .basic(API, SECRET)
                .json(body);
    }

    Draft outcomes(Chance chance) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode outcomes = body.putArray("outcomes");
        for (int i = 0; i < chance.of(1, 1, 3); i++) {
            outcomes.addObject()
                    .put("key", chance.percent(80) ? world.steadyId(chance) : world.passingId(chance))
                    .put("outcome", chance.of("sent", "delivered"))
                    .put("count", chance.of(1, 2, 1_000_000))
                    .put("at", Instant.now().minusSeconds(chance.below(100_000)).toString());
        }
        String name = "report-" + chance.below(chance.of(10, 1_000_000));
        return new Draft("outcomes", "POST", path("/outcomes"))
                .basic(API, SECRET)
                .header("Idempotency-Key", name)
                .json(body);
    }

    private Draft withKey(Chance chance, Draft draft) {
        String value = world.value(chance);
        return chance.percent(80)
                ? draft.header("X-API-Key", value)
                : draft.header("Authorization", chance.of("ApiKey ", "Bearer ", "apikey  ") + value);
    }

    private static Draft withAddress(Chance chance, Draft draft) {
        if (chance.percent(30)) {
            draft.header("X-Forwarded-For", chance.of("203.0.113.7", "1.2.3.4, 203.0.113.7", "2001:db8::7"));
        }
        return chance.percent(10) ? draft.header("Forwarded", "for=203.0.113.7;proto=https") : draft;
    }

    private String path(String below) {
        return URI.create(world.realm().realmUrl("/api-keys" + below)).getRawPath();
    }
}
