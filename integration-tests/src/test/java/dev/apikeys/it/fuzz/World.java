package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.it.support.GithubAlerts;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What requests are about: keys that stay as they are, and keys that come, change and go as the requests say. */
final class World {

    static final String USER = "alice";

    private static final int STEADY = 6;
    private static final int MOST = 60;
    private static final Duration RENEWAL = Duration.ofMinutes(2);
    private static final Pattern KEY_PATH =
            Pattern.compile("/api-keys/(?:account/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$");

    private final TestRealm realm;
    private final Secrets secrets;
    private final GithubAlerts github;
    private final List<NewKey> steady;
    private final List<NewKey> passing = new CopyOnWriteArrayList<>();
    private String userToken = "";
    private Instant renewAt = Instant.MIN;

    World(TestRealm realm, Secrets secrets) {
        this.realm = realm;
        this.secrets = secrets;
        this.github = new GithubAlerts(realm);
        realm.setAttribute("api-keys.github-keys", github.publicKeys());
        realm.setAttribute("api-keys.github-leaks", "disable");
        Keys keys = new Keys(realm);
        Map<String, Object> unlimited = Map.of("limits", List.of(), "scopes", List.of("calls:read", "contacts:read"));
        this.steady =
                IntStream.range(0, STEADY).mapToObj(i -> keys.create(unlimited)).toList();
        steady.forEach(key -> secrets.add(key.value()));
        keep(keys.create());
        Map<String, Object> personal =
                new HashMap<>(Map.of("userId", realm.users().id(USER)));
        keep(keys.create(personal));
    }

    GithubAlerts github() {
        return github;
    }

    TestRealm realm() {
        return realm;
    }

    /** Good, or not quite. */
    String value(Chance chance) {
        return switch (chance.below(12)) {
            case 0 -> chance.of(passing.isEmpty() ? steady : passing).value();
            case 1 -> OddText.changed(chance, chance.of(steady).value());
            case 2 -> OddText.any(chance);
            default -> chance.of(steady).value();
        };
    }

    /** Of a key that may end. */
    String passingValue(Chance chance) {
        NewKey[] now = passing.toArray(NewKey[]::new);
        return now.length == 0 ? OddText.any(chance) : chance.of(now).value();
    }

    /** The id of a key that nothing changes. */
    String steadyId(Chance chance) {
        return chance.of(steady).id();
    }

    NewKey steady() {
        return steady.get(0);
    }

    /** The id of a key that may be changed, or of one that is gone. */
    String passingId(Chance chance) {
        NewKey[] now = passing.toArray(NewKey[]::new);
        return now.length == 0
                ? "00000000-0000-0000-0000-000000000000"
                : chance.of(now).id();
    }

    /** Whether keys should rather go than come. */
    boolean isFull() {
        return passing.size() > MOST;
    }

    synchronized String userToken() {
        Instant now = Instant.now();
        if (now.isAfter(renewAt)) {
            userToken = realm.tokens().password(USER, USER);
            renewAt = now.plus(RENEWAL);
        }
        return userToken;
    }

    /** Remembers the keys that the answer hands out, and forgets what it took away. */
    void learn(Draft draft, HttpAnswer answer) {
        if (draft.method.equals("DELETE") && answer.status() == 204) {
            Matcher gone = KEY_PATH.matcher(draft.path);
            if (gone.find()) {
                passing.removeIf(key -> key.id().equals(gone.group(1)));
            }
        }
        boolean made = draft.method.equals("POST") && (answer.status() == 201 || draft.path.endsWith("/rotate"));
        Optional<JsonNode> json = made ? Judge.json(answer.text()) : Optional.empty();
        json.filter(key -> key.hasNonNull("key") && key.hasNonNull("id"))
                .ifPresent(key ->
                        keep(new NewKey(key.path("id").asText(), key.path("key").asText())));
    }

    private void keep(NewKey key) {
        secrets.add(key.value());
        passing.removeIf(old -> old.id().equals(key.id()));
        passing.add(key);
    }
}
