package dev.apikeys.it.security;

import dev.apikeys.it.security.PermissionMatrix.Cell;
import dev.apikeys.it.support.Keys.NewKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The keys that requests are about. What is refused must leave its key as it was, and so is about one that stays; what
 * is permitted may end its key, and so is about one of its own.
 */
final class Subjects {

    /** For what ends a key that it is not told by its id. */
    private static final String NEW = "new client key";

    private static final String NOWHERE = "00000000-0000-4000-8000-000000000000";

    private final Ground elsewhere;
    private final Map<String, NewKey> standing = new ConcurrentHashMap<>();

    Subjects(Ground elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** The key that the cell is about. */
    NewKey of(Cell cell, Caller caller) {
        boolean changes = cell.about().equals(NEW)
                || (!cell.method().equals("GET") && cell.path().contains("{id}"));
        Supplier<NewKey> make = () -> make(cell.about(), caller);
        return changes && !cell.isRefusal()
                ? make.get()
                : standing.computeIfAbsent(
                        cell.about() + " of " + caller.username() + " and " + caller.clientId(), name -> make.get());
    }

    /** The keys that no cell may have changed, as the administrator sees them now; being used is no change. */
    Map<String, String> state(Ground ground) {
        Map<String, String> state = new TreeMap<>();
        standing.forEach((name, key) -> state.put(
                name,
                ground.realm()
                        .admin()
                        .get(ground.realm().adminUrl("/api-keys/" + key.id()))
                        .asString()
                        .replaceFirst("\"lastUsedAt\":\"[^\"]*\",", "")));
        return state;
    }

    private NewKey make(String about, Caller caller) {
        Ground ground = caller.ground();
        return switch (about) {
            case "", "client key", NEW -> ground.keyOf(caller.clientId());
            case "personal key" -> ground.keyOf(caller.clientId(), Ground.OWNER);
            case "own key" -> ground.keyOf(caller.clientId(), caller.username());
            case "key of somebody else" -> ground.keyOf(caller.clientId(), Ground.SOMEBODY_ELSE);
            case "key of another realm" -> elsewhere.keyOf("shop-backend", Ground.OWNER);
            case "unknown key" -> new NewKey(NOWHERE, "sk_live_unknown");
            case "revoked key" -> {
                NewKey key = ground.keyOf(caller.clientId());
                ground.revoke(key);
                yield key;
            }
            default -> throw new AssertionError("no key is called " + about);
        };
    }
}
