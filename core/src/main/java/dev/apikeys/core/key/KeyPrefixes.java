package dev.apikeys.core.key;

import dev.apikeys.core.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The prefixes of a realm; the first is the default.
 *
 * @param all at least one prefix, none twice
 */
public record KeyPrefixes(List<KeyPrefix> all) {

    public KeyPrefixes {
        all = List.copyOf(all);
    }

    /** Reads {@code sk_live_=live,sk_test_=test}. */
    public static Parsed<KeyPrefixes> parse(String text) {
        List<KeyPrefix> prefixes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<KeyPrefix> prefix = KeyPrefix.parse(part.strip()).toOptional();
            if (prefix.isEmpty()) {
                return Parsed.bad("a comma-separated list of " + KeyPrefix.ALLOWED);
            }
            prefixes.add(prefix.get());
        }
        long distinct = prefixes.stream().map(KeyPrefix::value).distinct().count();
        return distinct == prefixes.size()
                ? Parsed.good(new KeyPrefixes(prefixes))
                : Parsed.bad("every prefix once, in a comma-separated list");
    }

    /** The prefix of keys that are created without naming an environment. */
    public KeyPrefix defaultPrefix() {
        return all.get(0);
    }

    /** The first prefix that names the environment. */
    public Optional<KeyPrefix> forEnvironment(String environment) {
        return all.stream()
                .filter(prefix -> prefix.environment().equals(Optional.of(environment)))
                .findFirst();
    }

    /** Whether the value begins like a key of this realm, well-formed or not. */
    public boolean claims(KeyValue value) {
        return all.stream().anyMatch(prefix -> value.reveal().startsWith(prefix.value()));
    }

    /** The environments that keys of this realm can have, for messages. */
    public String environments() {
        String names =
                all.stream().flatMap(prefix -> prefix.environment().stream()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none: the prefixes of this realm name no environment" : names;
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return all.stream().map(KeyPrefix::toString).collect(Collectors.joining(","));
    }
}
