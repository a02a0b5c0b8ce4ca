package dev.apikeys.benchmark;

import java.util.Locale;

/** What can be measured on its own. */
enum Section {
    ONE_NODE,
    TWO_NODES,
    CHECK,
    LIBRARY,
    USAGE,
    TIMING,
    SCALE,
    HEAP,
    LISTS,
    PAGE,
    START,
    LOAD;

    /** As it is written in {@code -Dbenchmark.sections}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
