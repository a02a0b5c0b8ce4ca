package dev.apikeys.resourceserver;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The headers that tell a caller where its limits stand: draft-ietf-httpapi-ratelimit-headers, and the older
 * {@code X-RateLimit} ones, which know of one limit only: that with the fewest calls left.
 */
final class RateLimitHeaders {

    private record Unit(String name, long seconds) {}

    private static final List<Unit> UNITS =
            List.of(new Unit("day", 86_400), new Unit("hour", 3_600), new Unit("minute", 60));

    private RateLimitHeaders() {}

    /** Empty when there are no limits. {@code X-RateLimit-Reset} is in seconds since 1970. */
    static Map<String, String> of(List<RateLimit> limits, Instant now) {
        Optional<RateLimit> tightest = limits.stream()
                .min(Comparator.comparingLong(RateLimit::remaining)
                        .thenComparing(
                                Comparator.comparingLong(RateLimit::reset).reversed()));
        Map<String, String> headers = new LinkedHashMap<>();
        tightest.ifPresent(limit -> {
            headers.put(
                    "RateLimit-Policy",
                    list(limits, each -> name(each, limits) + ";q=" + each.limit() + ";w=" + each.window()));
            headers.put(
                    "RateLimit",
                    list(limits, each -> name(each, limits) + ";r=" + each.remaining() + ";t=" + each.reset()));
            headers.put("X-RateLimit-Limit", Long.toString(limit.limit()));
            headers.put("X-RateLimit-Remaining", Long.toString(limit.remaining()));
            headers.put("X-RateLimit-Reset", Long.toString(now.getEpochSecond() + limit.reset()));
        });
        return headers;
    }

    /** The policy's name; of several limits of one policy each has its window in the name, to be told apart. */
    static String nameOf(RateLimit limit, List<RateLimit> among) {
        boolean alone = among.stream()
                        .filter(other -> other.policy().equals(limit.policy()))
                        .count()
                == 1;
        return alone ? limit.policy() : limit.policy() + "-" + window(limit.window());
    }

    /** As it is written in Keycloak, with the largest unit that divides it. */
    private static String window(long seconds) {
        for (Unit unit : UNITS) {
            if (seconds % unit.seconds() == 0) {
                return written(seconds / unit.seconds(), unit.name());
            }
        }
        return written(seconds, "second");
    }

    private static String written(long units, String name) {
        return units == 1 ? name : units + name.substring(0, 1);
    }

    private static String list(List<RateLimit> limits, Function<RateLimit, String> item) {
        return limits.stream().map(item).collect(Collectors.joining(", "));
    }

    private static String name(RateLimit limit, List<RateLimit> among) {
        return HeaderText.quoted(nameOf(limit, among));
    }
}
