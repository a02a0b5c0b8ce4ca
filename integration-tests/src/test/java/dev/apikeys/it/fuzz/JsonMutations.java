package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Changes JSON documents: their values, then the way in which they are written. */
final class JsonMutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonMutations() {}

    /** Changes one member or element, wherever it is. */
    static void changeValue(Chance chance, JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = chance.of(containers);
        if (container instanceof ObjectNode object) {
            change(chance, object);
        } else if (container instanceof ArrayNode array) {
            change(chance, array);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void change(Chance chance, ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || chance.percent(10)) {
            object.set(OddText.any(chance), odd(chance));
            return;
        }
        String name = chance.of(names);
        JsonNode value = object.path(name);
        switch (chance.below(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(OddText.changed(chance, name), value);
            case 2 -> object.putArray(name).add(value);
            case 3 ->
                object.set(
                        name,
                        value.isTextual() ? NODES.textNode(OddText.changed(chance, value.asText())) : odd(chance));
            default -> object.set(name, odd(chance));
        }
    }

    private static void change(Chance chance, ArrayNode array) {
        if (array.isEmpty() || chance.percent(30)) {
            array.add(odd(chance));
        } else if (chance.percent(20)) {
            JsonNode first = array.get(0);
            int times = chance.of(1, 2, 10, 65, 101, 501);
            for (int i = 0; i < times; i++) {
                array.add(first.deepCopy());
            }
        } else {
            array.set(chance.below(array.size()), odd(chance));
        }
    }

    private static JsonNode odd(Chance chance) {
        return switch (chance.below(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(chance.percent(50));
            case 2 -> NODES.numberNode(chance.of(0, 1, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE));
            case 3 -> NODES.numberNode(chance.of(Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53));
            case 4 -> NODES.numberNode(BigInteger.TEN.pow(chance.of(19, 100, 900)));
            case 5 -> NODES.numberNode(new BigDecimal(chance.of("0.1", "1e400", "-1e-400", "1e99999", "1E-99999")));
            case 6 -> NODES.arrayNode();
            case 7 -> NODES.objectNode();
            case 8 -> NODES.objectNode().set(OddText.any(chance), NODES.textNode(OddText.any(chance)));
            case 9 -> nested(chance.of(2, 20, 200));
            default -> NODES.textNode(OddText.any(chance));
        };
    }

    private static JsonNode nested(int depth) {
        ArrayNode inner = NODES.arrayNode();
        for (int i = 1; i < depth; i++) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }

    /** Changes the text of a document, which often is none afterwards. */
    static String changeText(Chance chance, String text) {
        return switch (chance.below(16)) {
            case 0 ->
                text.replaceFirst(
                        "\\{",
                        Matcher.quoteReplacement(
                                "{" + text.replaceFirst("^\\{(\"[^\"]*\":(\"[^\"]*\"|[^,}]*)).*", "$1") + ","));
            case 1 -> text.replaceFirst(":\"", ":\"\\\\ud800");
            case 2 -> text.replaceFirst(":\"", ":\"\\\\u0000");
            case 3 -> text.replaceFirst(":\"", ":\"\0\n");
            case 4 -> text.replaceFirst(":(\"[^\"]*\"|[a-z0-9]+)", ":" + OddText.number(chance));
            case 5 -> text.replaceFirst(":(\"[^\"]*\"|[a-z0-9]+)", ":" + "[".repeat(2_000) + "]".repeat(2_000));
            case 6 ->
                text.replaceFirst(":(\"[^\"]*\"|[a-z0-9]+)", ":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
            case 7 -> text.replaceFirst(":(\"[^\"]*\"|[a-z0-9]+)", ":" + "9".repeat(chance.of(500, 1_001, 30_000)));
            case 8 -> text.substring(0, chance.below(text.length() + 1));
            case 9 -> text + chance.of("{}", "]", "\0", " ", "//", "x");
            case 10 -> chance.of("\ufeff", "/* */", ")]}',\n", "\0") + text;
            case 11 -> text.replace('"', '\'');
            case 12 -> '[' + text + ']';
            case 13 -> " ".repeat(chance.of(1, 1_000, 300_000)) + text;
            case 14 -> chance.of("", "null", "true", "0", "\"\"", "[]", "{}", "{", "NaN", "\"\\ud800\"", "1e999999999");
            default -> OddText.changed(chance, text);
        };
    }
}
