package dev.apikeys.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How requests were answered, and what must not be. */
final class Findings {

    private static final int MOST_OF_A_KIND = 2;
    private static final int MOST = 40;

    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int stock;

    synchronized void answered(String door, int status) {
        statuses.computeIfAbsent(door, name -> new TreeMap<>()).merge(status, 1, Integer::sum);
    }

    /**
     * What must not be.
     *
     * @param kind what else it may have the cause in common with; of each kind a few are kept
     */
    synchronized void fault(String kind, String fault) {
        if (kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND && faults.size() < MOST) {
            faults.add(fault);
        }
    }

    /** Stock Keycloak does the same. */
    synchronized void stockFault() {
        stock++;
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many requests to the door succeeded. */
    synchronized int successes(String door) {
        return statuses.getOrDefault(door, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey() >= 200 && entry.getKey() < 300)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    synchronized List<String> doors() {
        return List.copyOf(statuses.keySet());
    }

    @Override
    public synchronized String toString() {
        StringBuilder lines = new StringBuilder();
        statuses.forEach((door, counts) ->
                lines.append("  %-18s %s%n".formatted(door, counts.toString().replaceAll("[{}]", ""))));
        kinds.forEach((kind, count) -> lines.append("  FAULT %d times: %s%n".formatted(count, kind)));
        return lines + "  faults of stock Keycloak: " + stock;
    }
}
