package dev.apikeys.core.limit;

import dev.apikeys.core.limit.Counters.Counted;
import dev.apikeys.core.limit.Counters.Counting;
import dev.apikeys.core.limit.Counters.Unreachable;
import dev.apikeys.core.limit.Taking.Permitted;
import dev.apikeys.core.limit.Taking.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All policies let a call through, or it takes nothing from any of them. They are asked in their order, so that one key
 * that is over its own limit costs the counters that it shares with others nothing.
 */
public final class PolicyLimiter {

    private final Counters counters;
    private final Optional<Counters> fallback;

    /**
     * @param counters what all nodes share
     * @param fallback what counts while those cannot be reached; empty refuses calls meanwhile
     */
    public PolicyLimiter(Counters counters, Optional<Counters> fallback) {
        this.counters = counters;
        this.fallback = fallback;
    }

    /**
     * Counts a call against all policies, or against none.
     *
     * @param cost 0 only looks: it is always permitted, also when nobody can tell where the limits stand
     */
    public Taking take(List<PolicyLimits> policies, int cost, Instant now) {
        List<PolicyLimits> asked =
                policies.stream().filter(policy -> !policy.limits().isEmpty()).toList();
        Optional<Taking> known = cost == 0 ? Optional.empty() : knownRefusal(asked, cost, now);
        return known.orElseGet(() -> ask(asked, cost, now));
    }

    /** Before anything is taken: a call that some policy is known to refuse costs the others nothing. */
    private Optional<Taking> knownRefusal(List<PolicyLimits> policies, int cost, Instant now) {
        return policies.stream()
                .flatMap(policy -> counters.knownRefusal(policy.counter(), policy.limits(), now).stream()
                        .map(counted -> states(policy, counted, now)))
                .findFirst()
                .map(states -> new Refused(retryAfter(states, cost), states));
    }

    private Taking ask(List<PolicyLimits> policies, int cost, Instant now) {
        List<Receipt> receipts = new ArrayList<>();
        List<RateLimitState> states = new ArrayList<>();
        for (PolicyLimits policy : policies) {
            Receipt receipt = take(policy, cost, now);
            if (receipt.counting() instanceof Unreachable && cost == 0) {
                continue;
            }
            if (receipt.counting() instanceof Unreachable unreachable) {
                receipts.forEach(earlier -> earlier.giveBack(cost, now));
                return new Refused(unreachable.retryAfter(), before(states, cost));
            }
            Counted counted = (Counted) receipt.counting();
            List<RateLimitState> after = states(policy, counted, now);
            if (!counted.permitted()) {
                receipts.forEach(earlier -> earlier.giveBack(cost, now));
                List<RateLimitState> all = new ArrayList<>(before(states, cost));
                all.addAll(after);
                return new Refused(retryAfter(after, cost), all);
            }
            receipts.add(receipt);
            states.addAll(after);
        }
        return new Permitted(states);
    }

    /** What a policy counted, and where. */
    private record Receipt(Counters counters, String counter, Counting counting) {

        void giveBack(int cost, Instant now) {
            if (counting instanceof Counted counted) {
                counters.giveBack(counter, counted.windows(), cost, now);
            }
        }
    }

    private Receipt take(PolicyLimits policy, int cost, Instant now) {
        Receipt shared = take(counters, policy, cost, now);
        return shared.counting() instanceof Unreachable
                ? fallback.map(local -> take(local, policy, cost, now)).orElse(shared)
                : shared;
    }

    private static Receipt take(Counters where, PolicyLimits policy, int cost, Instant now) {
        return new Receipt(where, policy.counter(), where.take(policy.counter(), policy.limits(), cost, now));
    }

    private static List<RateLimitState> states(PolicyLimits policy, Counted counted, Instant now) {
        return policy.limits().stream()
                .map(limit -> RateLimitState.of(policy.policy(), limit, counted.windows(), now.toEpochMilli()))
                .toList();
    }

    /** As it was, because it was given back. */
    private static List<RateLimitState> before(List<RateLimitState> states, int cost) {
        return states.stream()
                .map(state ->
                        new RateLimitState(state.policy(), state.limit(), state.remaining() + cost, state.reset()))
                .toList();
    }

    private static Duration retryAfter(List<RateLimitState> states, int cost) {
        return states.stream()
                .filter(state -> state.refuses(cost))
                .map(RateLimitState::reset)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
