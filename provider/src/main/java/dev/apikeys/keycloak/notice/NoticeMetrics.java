package dev.apikeys.keycloak.notice;

import dev.apikeys.keycloak.store.NoticeKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What became of notices. */
final class NoticeMetrics {

    /** What became of one attempt. */
    enum Result {
        SENT,
        /** It is tried again. */
        FAILED,
        /** What it is about does not work now, and may work again. */
        PUT_OFF,
        /** It failed too often. */
        GIVEN_UP,
        /** Nobody is to be told, or no longer. */
        DROPPED
    }

    private final Map<NoticeKind, Map<Result, Counter>> counters = new EnumMap<>(NoticeKind.class);

    NoticeMetrics(MeterRegistry registry) {
        for (NoticeKind kind : NoticeKind.values()) {
            Map<Result, Counter> results = new EnumMap<>(Result.class);
            for (Result result : Result.values()) {
                results.put(
                        result,
                        Counter.builder("keycloak.api.keys.notices")
                                .description("E-mails to owners of API keys")
                                .tag("kind", kind.code())
                                .tag("result", result.name().toLowerCase(Locale.ROOT))
                                .register(registry));
            }
            counters.put(kind, results);
        }
    }

    void count(NoticeKind kind, Result result) {
        Objects.requireNonNull(Objects.requireNonNull(counters.get(kind)).get(result))
                .increment();
    }
}
