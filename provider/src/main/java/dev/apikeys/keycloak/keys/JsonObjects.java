package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/** Reads text as JSON objects. */
public final class JsonObjects {

    private static final ObjectReader READER = JsonSerialization.mapper
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonObjects() {}

    /**
     * The text as one JSON object without duplicate fields; empty when it is none. An exponent beyond measure makes Jackson throw no
     * exception of its own.
     */
    public static Optional<ObjectNode> read(String text) {
        try {
            return READER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
