package dev.apikeys.benchmark.traffic;

import java.util.Locale;
import java.util.SplittableRandom;

/** What is done, and how often in a hundred calls. */
public enum Operation {
    INTROSPECT(55),
    CHECK(36),
    CREATE(2),
    REVOKE(2),
    LIST(3),
    USAGE(2);

    private static final int ALL = 100;

    private final int share;

    Operation(int share) {
        this.share = share;
    }

    /** Percent. */
    public int share() {
        return share;
    }

    /** As it is written in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Operation any(SplittableRandom random) {
        int left = random.nextInt(ALL);
        for (Operation operation : values()) {
            left -= operation.share;
            if (left < 0) {
                return operation;
            }
        }
        throw new IllegalStateException("the shares do not add up to a hundred");
    }
}
