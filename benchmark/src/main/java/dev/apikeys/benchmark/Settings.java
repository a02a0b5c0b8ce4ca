package dev.apikeys.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much is measured.
 *
 * @param warmUps rounds before the repeats
 * @param duration of one run of one variant
 * @param sizes numbers of keys, ascending
 * @param serverOptions Keycloak start options beside our own
 * @param ceilingJar the jar of the empty resource
 * @param demoApi the runnable jar of an API that the library protects
 * @param chromium the browser that looks at the page
 * @param loadNodes how many nodes the constant load is on
 * @param loadTime how long the constant load goes on
 * @param loadShare which part of the most that the servers can take it is
 * @param output directory of what is written
 */
record Settings(
        Set<Section> sections,
        int warmUps,
        int repeats,
        Duration duration,
        int connections,
        List<Integer> sizes,
        Map<String, String> serverOptions,
        Path ceilingJar,
        Path demoApi,
        Path chromium,
        int loadNodes,
        Duration loadTime,
        double loadShare,
        Path output) {

    /** For each variant. With half of it, two nodes still compile, and what both of them run looks slower than it is. */
    private static final long WARM_UP_SECONDS = 30;

    private static final long LOAD_MINUTES = 30;
    private static final String LOAD_SHARE = "0.7";
    private static final int RAMP_STEPS = 3;

    /** From the system properties {@code benchmark.*} and {@code load.*} that {@code benchmark/pom.xml} sets. */
    static Settings current() {
        boolean quick = Boolean.getBoolean("benchmark.quick");
        long seconds = text("seconds").map(Long::parseLong).orElse(quick ? 1L : 5L);
        return new Settings(
                text("sections").map(Settings::sections).orElse(EnumSet.complementOf(EnumSet.of(Section.LOAD))),
                quick ? 1 : Math.toIntExact((WARM_UP_SECONDS + seconds - 1) / seconds),
                text("repeats").map(Integer::parseInt).orElse(quick ? 2 : 7),
                Duration.ofSeconds(seconds),
                text("connections").map(Integer::parseInt).orElse(16),
                text("sizes")
                        .map(Settings::sizes)
                        .orElse(quick ? List.of(1_000, 10_000) : List.of(1_000, 100_000, 1_000_000)),
                text("serverOptions").map(Settings::options).orElse(Map.of()),
                Path.of(text("ceilingJar").orElseThrow()),
                Path.of(text("demoApi").orElseThrow()),
                Path.of(text("chromium").orElse("/usr/bin/chromium")),
                Integer.getInteger("load.nodes", 1),
                Duration.ofMinutes(Long.getLong("load.minutes", LOAD_MINUTES)),
                Double.parseDouble(System.getProperty("load.share", LOAD_SHARE)),
                Path.of(text("output").orElseThrow()));
    }

    /** How long each step towards the most lasts. */
    Duration rampStep() {
        return duration.multipliedBy(RAMP_STEPS);
    }

    /** In one line, for the report. */
    String describe() {
        return "%d repeats of %d s after %d rounds of warm-up, %d connections; start options %s"
                .formatted(repeats, duration.toSeconds(), warmUps, connections, serverOptions);
    }

    boolean wants(Section section) {
        return sections.contains(section);
    }

    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty("benchmark." + name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Set<Section> sections(String list) {
        Set<String> wanted = Set.of(list.split(","));
        Set<Section> sections = Arrays.stream(Section.values())
                .filter(section -> wanted.contains(section.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
        if (sections.size() != wanted.size()) {
            throw new IllegalArgumentException("benchmark.sections=" + list + "; there are "
                    + Arrays.stream(Section.values()).map(Section::code).collect(Collectors.joining(",")));
        }
        return sections;
    }

    private static List<Integer> sizes(String list) {
        return Arrays.stream(list.split(",")).map(Integer::valueOf).sorted().toList();
    }

    private static Map<String, String> options(String list) {
        return Arrays.stream(list.split(","))
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
