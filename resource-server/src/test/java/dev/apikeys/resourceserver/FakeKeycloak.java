package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Inactive;
import dev.apikeys.resourceserver.Answer.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts calls of one limit in windows as Keycloak does: a cost is taken as a whole or not at all. */
final class FakeKeycloak implements Introspection {

    final List<Integer> costs = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private Instant begun = Instant.MIN;
    long window = 3600;
    long limit;
    long used;
    boolean limited = true;
    boolean key = true;
    boolean gone;
    boolean lost;
    Runnable afterCounting = () -> {};
    Optional<String> error = Optional.empty();
    OptionalLong expiry = OptionalLong.empty();

    FakeKeycloak(long limit, Clock clock) {
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public Answer ask(Question question, int cost) {
        costs.add(cost);
        Answer answer = count(question, cost);
        afterCounting.run();
        return lost ? new Unavailable("lost", false) : answer;
    }

    private synchronized Answer count(Question question, int cost) {
        if (gone) {
            return new Unavailable("gone", true);
        }
        if (question.scopes().contains("admin")) {
            return new Inactive(Optional.of("insufficient_scope"), Set.of(), OptionalLong.empty(), List.of());
        }
        Instant now = clock.instant();
        if (begun.equals(Instant.MIN) || !now.isBefore(begun.plusSeconds(window))) {
            used = begun.equals(Instant.MIN) ? used : 0;
            begun = now;
        }
        if (error.isPresent()) {
            return new Inactive(error, Set.of(), OptionalLong.empty(), List.of());
        }
        if (limited && used + cost > limit) {
            return new Inactive(Optional.of("rate_limit_exceeded"), Set.of(), OptionalLong.of(7), limits());
        }
        used += cost;
        return new Active(
                Set.of("calls:read"), key ? Map.of("api_key", Map.of("id", "1")) : Map.of(), limits(), expiry);
    }

    private long reset() {
        return Duration.between(clock.instant(), begun.plusSeconds(window)).toSeconds();
    }

    private List<RateLimit> limits() {
        return limited ? List.of(new RateLimit("key", limit, Math.max(0, limit - used), reset(), window)) : List.of();
    }
}
