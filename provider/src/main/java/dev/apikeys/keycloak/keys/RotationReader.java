package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Reads how a key is to be rotated. */
public final class RotationReader {

    static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private RotationReader() {}

    /**
     * The outcome of reading.
     *
     * @param overlap how long the present value stays good; zero when nothing is said
     */
    public record Reading(Duration overlap, List<Violation> violations) {}

    public static Reading read(ObjectNode json) {
        JsonFields fields = new JsonFields(json);
        fields.refuseUnknown(Set.of("overlap"));
        Duration overlap = Duration.ofSeconds(fields.number("overlap", 0, LONGEST_OVERLAP.toSeconds(), 0));
        return new Reading(overlap, fields.violations());
    }
}
