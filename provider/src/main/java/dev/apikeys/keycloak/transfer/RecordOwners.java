package dev.apikeys.keycloak.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.model.KeyOwner;
import java.util.List;
import org.keycloak.models.ClientModel;

/** Finds out whose key a record is, and whether whoever imports may make it. */
@FunctionalInterface
public interface RecordOwners {

    Reading find(ObjectNode json);

    /** What was found out. */
    sealed interface Reading {}

    /** Theirs. */
    record Found(KeyOwner owner, ClientModel client) implements Reading {}

    /** Nobody's, or of somebody for whom the importer may make no keys. */
    record Refused(List<Violation> violations) implements Reading {

        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
