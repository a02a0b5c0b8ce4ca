package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The reader and the writer beside a library that everybody uses. */
class JsonPropertyTest {

    private final ObjectMapper jackson = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Property
    void readsWhatTheLibraryWrites(@ForAll long seed) throws Exception {
        Object document = new RandomDocuments(seed, true).document();
        String compact = jackson.writeValueAsString(document);
        String pretty = jackson.writerWithDefaultPrettyPrinter().writeValueAsString(document);

        assertThat(normal(JsonReader.read(compact))).isEqualTo(normal(document));
        assertThat(normal(JsonReader.read(pretty))).isEqualTo(normal(document));
    }

    @Property
    void writesWhatTheLibraryReads(@ForAll long seed) throws Exception {
        Object document = new RandomDocuments(seed, false).document();
        assertThat(normal(jackson.readValue(JsonWriter.write(document), Object.class)))
                .isEqualTo(normal(document));
    }

    @Property
    void agreesWithTheLibraryOnWhatIsNoJson(@ForAll("nearlyJson") String text) {
        assertThat(accepts(text)).isEqualTo(libraryAccepts(text));
    }

    private static boolean accepts(String text) {
        try {
            JsonReader.read(text);
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    private boolean libraryAccepts(String text) {
        try {
            JsonNode read = jackson.readTree(text);
            return !read.isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ",", ":", "\"a\"", "\"\"", "\"\\n\"", "1", "-0", "2.5", "true", "null", " ")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    /** Numbers by their value. */
    private static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> normal = new HashMap<>();
            map.forEach((name, member) -> normal.put(name, normal(member)));
            return normal;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonPropertyTest::normal).toList();
        }
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }
}
