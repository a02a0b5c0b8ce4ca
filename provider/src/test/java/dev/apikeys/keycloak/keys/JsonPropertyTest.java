package dev.apikeys.keycloak.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.ip.IpRange;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.settings.Setting;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever JSON somebody sends: it is read, or refused with words. */
class JsonPropertyTest {

    private static final String FIELD = "field";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 200)
    void aTextIsReadExactlyWhenItIsOne(@ForAll("values") JsonNode value) {
        JsonFields fields = fields(value);
        Optional<String> text = fields.text(FIELD, 20, Optional.of("absent"));
        boolean good = value.isNull()
                || (value.isTextual()
                        && value.textValue().strip().length() <= 20
                        && JsonFields.isPrintable(value.textValue().strip()));

        assertThat(fields.violations().isEmpty()).isEqualTo(good);
        assertThat(text)
                .isEqualTo(
                        good
                                ? Optional.of(value.asText("").strip())
                                        .filter(some -> !value.isNull() && !some.isEmpty())
                                : Optional.of("absent"));
        assertReadable(fields);
    }

    @Property(tries = 200)
    void aNumberIsReadExactlyWhenItIsWholeAndWithinBounds(@ForAll("values") JsonNode value) {
        JsonFields fields = fields(value);
        long number = fields.number(FIELD, -5, 1_000, 7);
        boolean good = value.isIntegralNumber()
                && value.bigIntegerValue().compareTo(BigInteger.valueOf(-5)) >= 0
                && value.bigIntegerValue().compareTo(BigInteger.valueOf(1_000)) <= 0;

        assertThat(fields.violations().isEmpty()).isEqualTo(good);
        assertThat(number).isEqualTo(good ? value.longValue() : 7);
        assertReadable(fields);
    }

    @Property(tries = 200)
    void aListIsReadExactlyWhenItsElementsAre(@ForAll("values") JsonNode value) {
        JsonFields fields = fields(value);
        Optional<List<IpRange>> ranges = fields.list(FIELD, 3, IpRange::parse, Optional.empty());
        boolean good = value.isNull() || (value.isArray() && value.size() <= 3 && isListOfRanges(value));

        assertThat(fields.violations().isEmpty()).isEqualTo(good);
        assertThat(ranges.map(List::size).orElse(0)).isLessThanOrEqualTo(value.size());
        assertReadable(fields);
    }

    @Property(tries = 200)
    void anObjectIsKeptAsItIsOrRefused(@ForAll("values") JsonNode value) throws JsonProcessingException {
        JsonFields fields = fields(value);
        String text = fields.object(FIELD, 500, "{\"absent\":true}");

        if (fields.violations().isEmpty()) {
            assertThat(text).isEqualTo(value.isNull() ? "{}" : value.toString());
            assertThat(new ObjectMapper().readTree(text).isObject()).isTrue();
        } else {
            assertThat(text).isEqualTo("{\"absent\":true}");
        }
        assertReadable(fields);
    }

    @Property(tries = 200)
    void whateverElseIsReadIsReadOrRefused(@ForAll("values") JsonNode value, @ForAll String name) {
        JsonFields fields = new JsonFields(NODES.objectNode().set(name, value));
        fields.flag(name, true);
        fields.value(name, Parsed::good, Optional.empty());
        fields.refuseUnknown(Set.of(FIELD));
        fields.refuseChange(name, NODES.objectNode().put(name, "as it was"));

        assertThat(fields.violations()).isNotEmpty();
        assertReadable(fields);
    }

    @Property(tries = 200)
    void settingsAreReadAsTheirAttributesAreOrRefused(
            @ForAll("settings") Setting<?> setting, @ForAll("values") JsonNode value) {
        SettingsJson.Reading reading = SettingsJson.read(NODES.objectNode().set(setting.name(), value));
        RealmSettings none = new RealmSettings(attribute -> Optional.empty());
        Map<String, Optional<String>> attributes = reading.attributes();

        assertThat(attributes.isEmpty()).isNotEqualTo(reading.violations().isEmpty());
        attributes.forEach((attribute, text) -> {
            assertThat(attribute).isEqualTo(setting.attribute());
            assertThat(text.flatMap(setting::violation)).isEmpty();
        });
        assertThat(reading.violationsTogether(none)).hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void aRotationIsReadOrRefused(@ForAll("values") JsonNode value) {
        RotationReader.Reading reading = RotationReader.read(NODES.objectNode().set("overlap", value));

        assertThat(reading.overlap().isNegative()).isFalse();
        assertThat(reading.overlap().isZero() || reading.violations().isEmpty()).isTrue();
    }

    @Property(tries = 200)
    void aTimeIsReadOrRefusedWhereverItLies(
            @ForAll("instants") Optional<Instant> from,
            @ForAll("instants") Optional<Instant> to,
            @ForAll UsageWindow.Bucket bucket) {
        UsageWindow.Reading reading = UsageWindow.read(from, to, bucket, Instant.parse("2026-03-01T12:34:56Z"));

        if (reading.violations().isEmpty()) {
            assertThat(reading.window().from()).isBefore(reading.window().to());
            assertThat(reading.window().beginnings()).hasSizeBetween(1, 10_000);
        }
    }

    private static JsonFields fields(JsonNode value) {
        return new JsonFields(NODES.objectNode().set(FIELD, value));
    }

    private static boolean isListOfRanges(JsonNode list) {
        for (JsonNode element : list) {
            if (!element.isTextual()
                    || IpRange.parse(element.textValue().strip()).toOptional().isEmpty()
                    || !JsonFields.isPrintable(element.textValue())) {
                return false;
            }
        }
        return true;
    }

    private static void assertReadable(JsonFields fields) {
        assertThat(fields.violations()).extracting(Violation::message).allSatisfy(message -> assertThat(message)
                .doesNotContainPattern("\\p{Cntrl}"));
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.lazyOf(
                this::scalars, this::scalars, this::texts, () -> arrays(values()), () -> objects(values()));
    }

    private Arbitrary<JsonNode> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()),
                Arbitraries.integers().between(-10, 1_010).map(NODES::numberNode),
                Arbitraries.longs().map(NODES::numberNode),
                Arbitraries.bigIntegers().map(number -> NODES.numberNode(number.pow(9))),
                Arbitraries.of("0.5", "1e2", "1e400", "-1e-400", "1E99999")
                        .map(text -> NODES.numberNode(new BigDecimal(text))),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0).map(NODES::numberNode));
    }

    private Arbitrary<JsonNode> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings(),
                        Arbitraries.of(
                                "", " ", "10.0.0.0/8", "::1", "1.2.3.4", "\u0000", "\ud800", "60", "true", "live"))
                .map(NODES::textNode);
    }

    private static Arbitrary<JsonNode> arrays(Arbitrary<JsonNode> elements) {
        return elements.list().ofMaxSize(4).map(list -> {
            ArrayNode array = NODES.arrayNode();
            list.forEach(array::add);
            return array;
        });
    }

    private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), values)
                .ofMaxSize(3)
                .map(map -> {
                    ObjectNode object = NODES.objectNode();
                    map.forEach(object::set);
                    return object;
                });
    }

    @Provide
    Arbitrary<Setting<?>> settings() {
        return Arbitraries.of(RealmSettings.ALL);
    }

    /** All that milliseconds reach, which is what requests are let through with; mostly around now. */
    @Provide
    Arbitrary<Optional<Instant>> instants() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().map(Instant::ofEpochMilli),
                        Arbitraries.longs()
                                .between(1_760_000_000, 1_790_000_000)
                                .map(Instant::ofEpochSecond))
                .optional();
    }
}
