package dev.apikeys.core.limit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one counter has counted: a window for each length that its limits have, or had. What a limit allows is not in it,
 * so that another count takes effect at the next call and keeps what was used.
 */
public record Windows(List<Window> windows) {

    /** Nothing was counted yet. */
    public static final Windows NONE = new Windows(List.of());

    private static final int MOST_OTHERS = 8;

    public Windows {
        windows = List.copyOf(windows);
    }

    /**
     * What counting a call would say.
     *
     * @param permitted whether all limits let the call through
     * @param windows what is counted then: with the call when it is permitted, otherwise without it
     * @param changed whether that is anything else than before; nothing needs to be stored when it is not
     */
    public record Outcome(boolean permitted, Windows windows, boolean changed) {}

    /**
     * Counts a call against all of the limits, or against none of them.
     *
     * @param cost how many calls to count; 0 only looks and is always permitted
     * @param now in milliseconds since the epoch
     */
    public Outcome take(List<RateLimit> limits, long cost, long now) {
        List<Window> current = new ArrayList<>();
        for (RateLimit limit : limits) {
            if (current.stream().noneMatch(window -> window.length() == length(limit))) {
                current.add(current(length(limit), now));
            }
        }
        boolean inherited = current.stream().anyMatch(window -> window.used() > 0 && !windows.contains(window));
        current.addAll(others(limits, now));
        Windows counted = new Windows(current);
        boolean permitted =
                cost == 0 || limits.stream().allMatch(limit -> counted.of(limit).used() + cost <= limit.count());
        return permitted && cost > 0
                ? new Outcome(true, counted.plus(cost), true)
                : new Outcome(permitted, counted, inherited);
    }

    /** Windows of limits that hold no more: they count on until they end, in case the limit comes back. */
    private List<Window> others(List<RateLimit> limits, long now) {
        return windows.stream()
                .filter(window -> limits.stream().noneMatch(limit -> length(limit) == window.length()))
                .filter(window -> window.isRunning(now))
                .sorted(Comparator.comparingLong(Window::end).reversed())
                .limit(MOST_OTHERS)
                .toList();
    }

    /**
     * Takes back what a call took that was refused elsewhere, from the windows that it was counted in.
     *
     * @param taken what the outcome of the call said
     */
    public Windows giveBack(Windows taken, long cost) {
        return new Windows(windows.stream()
                .map(window -> taken.windows.stream()
                                .anyMatch(other -> other.length() == window.length() && other.start() == window.start())
                        ? window.minus(cost)
                        : window)
                .toList());
    }

    /** The window of the limit, after {@link #take}. */
    public Window of(RateLimit limit) {
        return withLength(length(limit)).orElseThrow();
    }

    /**
     * How long the calls counted here can still count, in milliseconds; empty when none was counted. Nothing that happens
     * to clocks makes it longer than the longest window.
     */
    public Optional<Long> life(long now) {
        return windows.stream()
                .filter(window -> window.used() > 0)
                .map(window -> window.left(now))
                .max(Comparator.naturalOrder());
    }

    private Window current(long length, long now) {
        return withLength(length)
                .map(window -> window.isRunning(now) ? window : Window.fresh(length, now))
                .orElseGet(() -> inherited(length, now));
    }

    /** A limit with a new window takes over what the limits before it counted: changing a limit is no way to a fresh one. */
    private Window inherited(long length, long now) {
        return windows.stream()
                .filter(window -> window.isRunning(now))
                .max(Comparator.comparingLong(Window::used))
                .map(window -> new Window(length, now < window.start() + length ? window.start() : now, window.used()))
                .orElseGet(() -> Window.fresh(length, now));
    }

    private Optional<Window> withLength(long length) {
        return windows.stream().filter(window -> window.length() == length).findFirst();
    }

    private Windows plus(long cost) {
        return new Windows(windows.stream().map(window -> window.plus(cost)).toList());
    }

    static long length(RateLimit limit) {
        return limit.window().toMillis();
    }
}
