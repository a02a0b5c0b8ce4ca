package dev.apikeys.keycloak.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.keycloak.keys.JsonFields;
import dev.apikeys.keycloak.rest.Answers;
import java.util.List;
import org.keycloak.util.JsonSerialization;

/**
 * What users do not decide about their keys: how many calls they may make, and the metadata that resource servers get
 * and may take for the administrator's word. What is there may be sent back as it was read.
 */
final class OwnersFields {

    private static final List<String> OF_ADMINISTRATORS = List.of("limits", "metadata");

    private OwnersFields() {}

    /** What is wrong with these fields of a new key of the owner. */
    static List<Violation> violationsOfNew(ObjectNode wanted, KeyOwner owner) {
        JsonFields fields = violations(wanted, JsonSerialization.createObjectNode());
        JsonNode userId = wanted.path("userId");
        if (wanted.hasNonNull("userId")
                && !owner.userId().filter(userId.asText()::equals).isPresent()) {
            fields.refuse(
                    "userId", userId.asText(), "no id but " + owner.userId().orElse("none"));
        }
        return fields.violations();
    }

    /**
     * What is wrong with these fields of a change.
     *
     * @param now the key as its reader last saw it
     */
    static List<Violation> violationsOfChange(ObjectNode wanted, ObjectNode now) {
        return violations(wanted, Answers.object(now.toString())).violations();
    }

    private static JsonFields violations(ObjectNode wanted, ObjectNode now) {
        JsonFields fields = new JsonFields(wanted);
        OF_ADMINISTRATORS.stream()
                .filter(wanted::has)
                .filter(field -> !something(wanted.path(field)).equals(something(now.path(field))))
                .forEach(field -> fields.refuse(
                        field,
                        wanted.path(field).toString(),
                        "what an administrator has laid down: " + something(now.path(field))));
        return fields;
    }

    /** No metadata and an empty object mean the same; no limits are something else than the realm's. */
    private static JsonNode something(JsonNode value) {
        boolean nothing = value.isMissingNode() || (value.isObject() && value.isEmpty());
        return nothing ? NullNode.instance : value;
    }
}
