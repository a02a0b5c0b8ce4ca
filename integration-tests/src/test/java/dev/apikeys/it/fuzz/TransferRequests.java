package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Transfers;
import java.net.URI;

/** Keys that come from elsewhere, always the same few, and go there. */
record TransferRequests(World world) {

    private static final int RECORDS = 50;

    Draft importing(Chance chance) {
        Draft draft = new Draft("import", "POST", path("/import"));
        if (chance.percent(50)) {
            draft.json(record(chance)).headers.clear();
            draft.header("Content-Type", Transfers.NDJSON);
        } else {
            ArrayNode records = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < chance.of(1, 2, 5); i++) {
                records.add(record(chance));
            }
            draft.json(records);
        }
        return accepting(chance, draft);
    }

    Draft export(Chance chance) {
        Draft draft = new Draft("export", "GET", path("/export"));
        return accepting(chance, chance.percent(50) ? draft.query("clientId", "shop-backend") : draft);
    }

    private Draft accepting(Chance chance, Draft draft) {
        return draft.header("Accept", chance.of("*/*", "application/json", Transfers.NDJSON))
                .bearer(world.realm().adminToken());
    }

    private static ObjectNode record(Chance chance) {
        int number = chance.below(RECORDS);
        ObjectNode record = JsonNodeFactory.instance
                .objectNode()
                .put("externalId", "elsewhere/" + number)
                .put("name", "fuzz " + number)
                .put("clientId", "shop-backend")
                .put("hash", KeyRecords.hex("elsewhere " + number));
        record.putArray("scopes").add("calls:read");
        if (chance.percent(20)) {
            record.put("userId", chance.percent(50) ? OddText.any(chance) : "f:" + OddText.any(chance));
        }
        if (chance.percent(20)) {
            record.put("username", chance.percent(70) ? World.USER : OddText.any(chance));
        }
        return record;
    }

    private String path(String below) {
        return URI.create(world.realm().adminUrl("/api-keys" + below)).getRawPath();
    }
}
