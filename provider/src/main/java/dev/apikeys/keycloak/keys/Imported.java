package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Violation;
import dev.apikeys.core.model.ApiKey;
import java.util.List;

/** What becomes of a record of an import. */
public sealed interface Imported {

    /** The realm did not have the key. */
    record New(ApiKey key) implements Imported {}

    /** The realm has the key, and the record tells something else of it. */
    record Changed(ApiKey before, ApiKey key) implements Imported {}

    /** The realm has the key just so. */
    record Unchanged() implements Imported {}

    /**
     * Nothing is written.
     *
     * @param violations what they say of values must not be repeated: a hash may be among them
     */
    record Refused(List<Violation> violations) implements Imported {

        public Refused {
            violations = List.copyOf(violations);
        }

        /** For one reason. */
        public static Refused because(String field, String allowed) {
            return new Refused(List.of(new Violation(field, "", allowed)));
        }
    }
}
