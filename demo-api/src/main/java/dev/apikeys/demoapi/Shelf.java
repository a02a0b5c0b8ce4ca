package dev.apikeys.demoapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Demo data in memory, in the order in which it came; the oldest makes room when there is too much. */
final class Shelf<T> {

    private static final int ROOM = 100;

    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentSkipListMap<Integer, Item<T>> items = new ConcurrentSkipListMap<>();

    /** A thing and the id it got. */
    record Item<T>(String id, T content) {}

    Item<T> add(T content) {
        Item<T> item = new Item<>(UUID.randomUUID().toString(), content);
        items.put(next.getAndIncrement(), item);
        if (items.size() > ROOM) {
            items.pollFirstEntry();
        }
        return item;
    }

    Optional<Item<T>> find(String id) {
        return items.values().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    boolean remove(String id) {
        return items.values().removeIf(item -> item.id().equals(id));
    }

    /** As a list endpoint answers: {@code {"data": {"<name>": […], "total": n}}}. */
    Map<String, Object> listed(String name) {
        List<Item<T>> all = List.copyOf(items.values());
        return Map.of("data", Map.of(name, all, "total", all.size()));
    }
}
