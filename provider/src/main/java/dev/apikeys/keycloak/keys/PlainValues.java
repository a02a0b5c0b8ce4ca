package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.KeySecret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the value of a key in a column where it does not belong: there it would be kept, shown and exported. */
final class PlainValues {

    private static final List<String> DISPLAY = List.of("prefix", "hint", "last4");

    private final List<KeyHash> hashes;

    PlainValues(List<KeySecret> secrets) {
        this.hashes = secrets.stream().map(KeySecret::hash).toList();
    }

    /** The first field that has a value in plain text. */
    Optional<String> fieldIn(ObjectNode json) {
        return Stream.of("externalId", "name", "description")
                .filter(field -> isValue(text(json, field)))
                .findFirst()
                .or(() -> shown(json) || shown(json.path("previous")) ? Optional.of("prefix") : Optional.empty());
    }

    private boolean shown(JsonNode json) {
        StringBuilder joined = new StringBuilder();
        boolean found = false;
        for (String field : DISPLAY) {
            found |= isValue(text(json, field));
            joined.append(text(json, field));
            found |= isValue(joined.toString());
        }
        return found;
    }

    private boolean isValue(String text) {
        return !text.isEmpty() && hashes.contains(KeyHash.of(KeyValue.of(text)));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("").strip();
    }
}
