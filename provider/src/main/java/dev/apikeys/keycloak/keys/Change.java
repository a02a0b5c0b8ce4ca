package dev.apikeys.keycloak.keys;

import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.ApiKey;
import java.util.List;
import java.util.Optional;

/** What became of a wish to make or change a key; unless it is done, nothing was written. */
public sealed interface Change {

    /**
     * The key is as wished.
     *
     * @param value the plaintext, when the change made one; nobody can ever ask for it again
     */
    record Done(ApiKey key, Optional<KeyValue> value) implements Change {}

    /** The wish itself is wrong. */
    record Invalid(List<Violation> violations) implements Change {}

    /** The wish does not fit what the key or its client is now. */
    record Conflict(String message) implements Change {}
}
