package dev.apikeys.core.limit;

import java.util.ArrayList;
import java.util.List;

/**
 * What limits mean, put another way than {@link Windows} does: all calls that were let through, from which the windows
 * are worked out anew each time.
 */
final class CallLog {

    private record Call(long time, long cost) {}

    private final List<Call> calls = new ArrayList<>();

    boolean permits(List<RateLimit> limits, long cost, long now) {
        return cost == 0 || limits.stream().allMatch(limit -> used(limit, now) + cost <= limit.count());
    }

    void add(long cost, long now) {
        if (cost > 0) {
            calls.add(new Call(now, cost));
        }
    }

    /** A call counted by mistake, the last of all. */
    void removeLast() {
        calls.remove(calls.size() - 1);
    }

    /** Calls in the window that is running now. */
    long used(RateLimit limit, long now) {
        return now < end(limit) ? since(beginning(limit)) : 0;
    }

    /** Where the window ends that a call now would be counted in. */
    long endOfWindow(RateLimit limit, long now) {
        return now < end(limit) ? end(limit) : now + limit.window().toMillis();
    }

    private long end(RateLimit limit) {
        return calls.isEmpty()
                ? Long.MIN_VALUE
                : beginning(limit) + limit.window().toMillis();
    }

    /** The first call is one, and then each first call that does not lie in the window of the one before. */
    private long beginning(RateLimit limit) {
        long beginning = calls.get(0).time;
        for (Call call : calls) {
            if (call.time >= beginning + limit.window().toMillis()) {
                beginning = call.time;
            }
        }
        return beginning;
    }

    private long since(long beginning) {
        return calls.stream()
                .filter(call -> call.time >= beginning)
                .mapToLong(Call::cost)
                .sum();
    }
}
