package dev.apikeys.resourceserver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** JSON documents of all shapes, the same ones for the same seed. */
final class RandomDocuments {

    private static final int LEVELS = 5;
    private static final String AWKWARD = "\"\\/\b\f\n\r\t\0\u001f\u007f é€\u2028\ufeff{}[]:,";

    private final Random random;
    private final boolean everything;

    /**
     * @param everything whether there are nulls and fractions, which the writer does not know
     */
    RandomDocuments(long seed, boolean everything) {
        this.random = new Random(seed);
        this.everything = everything;
    }

    Object document() {
        return random.nextBoolean() ? object(LEVELS) : array(LEVELS);
    }

    private @Nullable Object value(int levels) {
        return switch (random.nextInt(levels > 0 ? 8 : 6)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> (long) random.nextInt(100);
            case 3 -> random.nextBoolean();
            case 4 -> everything ? BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 20) : text();
            case 5 -> everything ? null : text();
            case 6 -> object(levels - 1);
            default -> array(levels - 1);
        };
    }

    private Map<String, @Nullable Object> object(int levels) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(text(), value(levels));
        }
        return object;
    }

    private List<@Nullable Object> array(int levels) {
        List<@Nullable Object> array = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            array.add(value(levels));
        }
        return array;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
                case 1 -> text.appendCodePoint(0x1f600 + random.nextInt(64));
                case 2 -> text.append((char) random.nextInt(Character.MIN_SURROGATE));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
