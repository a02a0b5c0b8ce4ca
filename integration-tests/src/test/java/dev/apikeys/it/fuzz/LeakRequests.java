package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apikeys.it.support.GithubAlerts;
import java.net.URI;

/** What is said of keys that others have. */
record LeakRequests(World world) {

    /** Of a key that may end. */
    Draft revocation(Chance chance) {
        Draft draft = new Draft("revocation", "POST", path("/revoke"));
        draft.endsKeys = true;
        String value = chance.percent(30) ? world.passingValue(chance) : OddText.any(chance);
        String name = chance.of("key", "token");
        return switch (chance.below(4)) {
            case 0 -> draft.header("X-API-Key", value);
            case 1 -> draft.header("Authorization", "ApiKey " + value);
            case 2 -> draft.form(name, value);
            default -> draft.json(JsonNodeFactory.instance.objectNode().put(name, value));
        };
    }

    /** Signed as GitHub does. */
    Draft githubAlert(Chance chance) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < chance.of(1, 1, 3); i++) {
            found.addObject()
                    .put("token", chance.percent(20) ? world.passingValue(chance) : OddText.any(chance))
                    .put("type", chance.percent(80) ? "shop_api_key" : OddText.any(chance))
                    .put(
                            "url",
                            chance.percent(50) ? "https://github.com/octocat/shop/blob/main/.env" : OddText.any(chance))
                    .put("source", "content");
        }
        return signed(found);
    }

    private Draft signed(JsonNode found) {
        return new Draft("github alert", "POST", path("/leaks/github"))
                .header("Github-Public-Key-Identifier", GithubAlerts.IDENTIFIER)
                .header("Github-Public-Key-Signature", world.github().sign(Wire.text(found)))
                .json(found);
    }

    private String path(String below) {
        return URI.create(world.realm().realmUrl("/api-keys" + below)).getRawPath();
    }
}
