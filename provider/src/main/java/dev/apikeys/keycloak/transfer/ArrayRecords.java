package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** Unlike a line, an element that cannot be read leaves nothing to go on from. */
final class ArrayRecords implements RecordSource {

    private static final ObjectReader READER = JsonSerialization.mapper
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final MeteredBody body;
    private @Nullable JsonParser parser;
    private boolean array;
    private long element;

    ArrayRecords(InputStream body) {
        this.body = new MeteredBody(body);
    }

    @Override
    public Optional<NumberedRecord> next() throws IOException {
        body.expect(LONGEST_RECORD);
        try {
            return next(parser == null ? begin() : parser);
        } catch (NumberFormatException e) {
            throw new IOException("a number beyond measure", e);
        }
    }

    /** Stands before the first element then, or before a record that is no element of anything. */
    private JsonParser begin() throws IOException {
        JsonParser opened = JsonSerialization.mapper.getFactory().createParser(body);
        array = opened.nextToken() == JsonToken.START_ARRAY;
        parser = opened;
        return opened;
    }

    private Optional<NumberedRecord> next(JsonParser from) throws IOException {
        JsonToken token = array || element > 0 ? from.nextToken() : from.currentToken();
        boolean over = array ? token == JsonToken.END_ARRAY : element > 0;
        if (over) {
            if ((array ? from.nextToken() : token) != null) {
                throw new IOException("something stands behind the last record");
            }
            return Optional.empty();
        }
        if (token == null) {
            throw new IOException("the body ends before its last record does");
        }
        element++;
        long begin = place(from);
        JsonNode json = READER.readTree(from);
        Optional<ObjectNode> object = json instanceof ObjectNode some ? Optional.of(some) : Optional.empty();
        return Optional.of(new NumberedRecord(element, place(from) - begin, object));
    }

    /** Jackson counts characters instead where the text is not UTF-8. */
    private static long place(JsonParser from) {
        JsonLocation here = from.currentLocation();
        return Math.max(here.getByteOffset(), here.getCharOffset());
    }
}
