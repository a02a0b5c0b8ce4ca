package dev.apikeys.keycloak.rest;

import dev.apikeys.core.Violation;
import dev.apikeys.core.model.KeyStatus;
import dev.apikeys.keycloak.keys.UsageWindow;
import dev.apikeys.keycloak.keys.UsageWindow.Bucket;
import dev.apikeys.keycloak.store.KeyFilter;
import dev.apikeys.keycloak.store.KeyPage;
import dev.apikeys.keycloak.store.KeySort;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Reads the query parameters of a list. */
public final class ListParameters {

    private static final int DEFAULT_MAX = 100;
    private static final int LARGEST_MAX = 1_000;

    private static final String CLIENT_ID = "clientId";
    private static final String OWNER_TYPE = "ownerType";
    private static final String CLIENT_KEYS = "service_account";

    private static final List<String> FILTERS = List.of(
            CLIENT_ID, "environment", "expiringBefore", "neverExpires", "search", "status", "unusedSince", "userId");

    private final MultivaluedMap<String, String> parameters;
    private final List<Violation> violations = new ArrayList<>();

    public ListParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** What was wrong with the parameters read so far. */
    public List<Violation> violations() {
        return violations;
    }

    public Optional<String> text(String name) {
        Optional<String> text = Optional.ofNullable(parameters.getFirst(name))
                .map(String::strip)
                .filter(some -> !some.isEmpty());
        if (text.filter(some -> some.length() > 255 || some.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            violations.add(new Violation(name, text.get(), "at most 255 characters, none of them a control character"));
            return Optional.empty();
        }
        return text;
    }

    /**
     * Reads the filter; empty when it names a client that does not exist, so that no key can match.
     *
     * @param visibleClientIds internal ids of the clients whose keys the caller may see; empty when all
     */
    public Optional<KeyFilter> filter(RealmModel realm, Optional<Set<String>> visibleClientIds) {
        Optional<String> clientId = text(CLIENT_ID);
        Optional<ClientModel> client = clientId.flatMap(new NamedClients(realm)::find);
        KeyFilter filter = new KeyFilter(
                visibleClientIds,
                client.map(ClientModel::getId),
                text("userId"),
                false,
                choice("status", KeyStatus.values(), KeyStatus::code),
                text("environment"),
                text("search"),
                instant("expiringBefore"),
                flag("neverExpires"),
                instant("unusedSince"));
        return clientId.isPresent() && client.isEmpty() ? Optional.empty() : Optional.of(filter);
    }

    /** The names of those filters that the query has, in their order; what else stands in a query is not repeated. */
    public List<String> filtersNamed() {
        return FILTERS.stream().filter(parameters::containsKey).toList();
    }

    /** Whether client keys are asked for instead of personal ones. */
    public boolean clientKeys() {
        return choice(OWNER_TYPE, new String[] {"user", CLIENT_KEYS}, Function.identity())
                .filter(CLIENT_KEYS::equals)
                .isPresent();
    }

    public KeyPage page() {
        return new KeyPage(
                choice("sort", KeySort.values(), KeySort::code).orElse(KeySort.CREATED_AT),
                choice("direction", new String[] {"asc", "desc"}, Function.identity())
                        .filter("desc"::equals)
                        .isPresent(),
                number("first", 0, Integer.MAX_VALUE, 0),
                number("max", 1, LARGEST_MAX, DEFAULT_MAX));
    }

    /** The time whose usage the caller asks about. */
    public UsageWindow usageWindow(Instant now) {
        Bucket bucket = choice("bucket", Bucket.values(), Bucket::code).orElse(Bucket.HOUR);
        UsageWindow.Reading reading = UsageWindow.read(instant("from"), instant("to"), bucket, now);
        violations.addAll(reading.violations());
        return reading.window();
    }

    private <T> Optional<T> choice(String name, T[] values, Function<T, String> code) {
        Optional<String> text = text(name);
        Optional<T> chosen = text.flatMap(wanted -> Arrays.stream(values)
                .filter(value -> code.apply(value).equals(wanted))
                .findFirst());
        if (text.isPresent() && chosen.isEmpty()) {
            violations.add(new Violation(
                    name, text.get(), Arrays.stream(values).map(code).collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    /** Whether the parameter is {@code true}; absent means {@code false}. */
    private boolean flag(String name) {
        return choice(name, new Boolean[] {true, false}, String::valueOf).orElse(false);
    }

    private Optional<Instant> instant(String name) {
        Optional<String> text = text(name);
        try {
            return text.map(Instant::parse).filter(instant -> instant.toEpochMilli() != Long.MIN_VALUE);
        } catch (DateTimeException | ArithmeticException e) {
            violations.add(new Violation(
                    name, text.orElse(""), "an ISO 8601 instant in UTC, for example 2027-01-31T00:00:00Z"));
            return Optional.empty();
        }
    }

    private int number(String name, int least, int most, int absent) {
        Optional<String> text = text(name);
        try {
            int number = text.map(Integer::parseInt).orElse(absent);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of range
        }
        violations.add(new Violation(name, text.orElse(""), "a whole number from %d to %d".formatted(least, most)));
        return absent;
    }
}
