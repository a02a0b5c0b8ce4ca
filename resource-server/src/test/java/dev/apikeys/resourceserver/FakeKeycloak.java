package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Inactive;
import dev.apikeys.resourceserver.Answer.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Counts calls of one limit as Keycloak does: a cost is taken as a whole or not at all. */
final class FakeKeycloak implements Introspection {

    final List<Integer> costs = new ArrayList<>();
    long limit;
    long used;
    boolean limited = true;
    boolean key = true;
    boolean gone;
    Optional<String> error = Optional.empty();
    OptionalLong expiry = OptionalLong.empty();

    FakeKeycloak(long limit) {
        this.limit = limit;
    }

    @Override
    public Answer ask(Question question, int cost) {
        costs.add(cost);
        if (gone) {
            return new Unavailable("gone");
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

    private List<RateLimit> limits() {
        return limited ? List.of(new RateLimit("key", limit, limit - used, 3600, 3600)) : List.of();
    }
}
