package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.key.KeyDisplay;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeySecret;
import dev.apikeys.keycloak.directory.ClientScopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a record of an import: what a new key has, and what only the system tells that the key comes from. */
final class KeyRecordReader {

    static final String EXTERNAL_ID = "externalId";

    private static final int LONGEST_EXTERNAL_ID = 255;
    private static final int LONGEST_PREFIX = 32;
    private static final int LONGEST_HINT = 6;
    private static final int LONGEST_LAST = 4;

    private static final Set<String> OF_VALUES = Set.of("hash", "prefix", "hint", "last4", "createdAt", "validUntil");
    private static final Set<String> OF_RECORDS = Set.of(
            EXTERNAL_ID,
            "username",
            "enabled",
            "createdAt",
            "revokedAt",
            "hash",
            "prefix",
            "hint",
            "last4",
            "valueCreatedAt",
            "previous");

    private final ClientScopes scopes;
    private final Instant now;

    KeyRecordReader(ClientScopes scopes, Instant now) {
        this.scopes = scopes;
        this.now = now;
    }

    /**
     * The outcome of reading.
     *
     * @param record empty when anything is wrong
     */
    record Reading(Optional<KeyRecord> record, List<Violation> violations) {}

    /**
     * Reads a key.
     *
     * @param existing the key, if it is here already: what is absent stays as it is then, and is none otherwise
     */
    Reading read(ObjectNode json, Optional<ApiKey> existing) {
        JsonFields fields = new JsonFields(json);
        Optional<String> externalId = fields.text(EXTERNAL_ID, LONGEST_EXTERNAL_ID, Optional.empty());
        if (externalId.isEmpty()) {
            fields.refuse(EXTERNAL_ID, "", "text of 1 to " + LONGEST_EXTERNAL_ID + " characters");
        }
        Optional<Instant> revokedAt = past(fields, "revokedAt");
        Optional<Instant> made = past(fields, "createdAt");
        Optional<Instant> valueMade = past(fields, "valueCreatedAt").or(() -> made);
        Instant valueCreatedAt = valueMade.orElse(now);
        List<KeySecret> secrets = new ArrayList<>();
        secret(fields, json.path("hash"), valueCreatedAt, Optional.empty()).ifPresent(secrets::add);
        previous(fields, json.path("previous"), valueCreatedAt).ifPresent(secrets::add);
        KeyDraftReader.Reading draft =
                new KeyDraftReader(scopes).readRecord(fields, OF_RECORDS, existing, revokedAt.isPresent());
        boolean twice = secrets.size() == 2
                && secrets.get(0).hash().equals(secrets.get(1).hash());
        if (twice) {
            fields.refuse("previous.hash", "", "another hash than that of the current value");
        }
        new PlainValues(secrets)
                .fieldIn(json)
                .ifPresent(field -> fields.refuse(field, "", "no value of a key: hash alone tells it"));
        return fields.violations().isEmpty()
                ? new Reading(
                        Optional.of(new KeyRecord(
                                externalId.orElseThrow(),
                                draft.draft(),
                                secrets,
                                valueMade.isPresent(),
                                made.orElse(now),
                                revokedAt)),
                        List.of())
                : new Reading(Optional.empty(), fields.violations());
    }

    private Optional<Instant> past(JsonFields fields, String field) {
        return fields.value(
                field,
                text -> KeyDraftReader.instant(text)
                        .then(instant -> instant.isAfter(now)
                                ? Parsed.bad("an instant from 1970 until now")
                                : Parsed.good(instant)),
                Optional.empty());
    }

    /** The value that a rotation replaced, while it may still be in use. */
    private Optional<KeySecret> previous(JsonFields fields, JsonNode json, Instant replacedAt) {
        if (json.isMissingNode() || json.isNull()) {
            return Optional.empty();
        }
        if (!(json instanceof ObjectNode object)) {
            fields.refuse("previous", "", "an object with hash and validUntil");
            return Optional.empty();
        }
        JsonFields own = new JsonFields(object);
        own.refuseUnknown(OF_VALUES);
        Optional<Instant> validUntil = own.value(
                "validUntil",
                text -> KeyDraftReader.instant(text)
                        .then(instant -> instant.isAfter(now.plus(RotationReader.LONGEST_OVERLAP))
                                ? Parsed.bad("an instant within 30 days, the longest overlap of a rotation")
                                : Parsed.good(instant)),
                Optional.empty());
        if (validUntil.isEmpty()
                && own.violations().stream().noneMatch(v -> v.field().equals("validUntil"))) {
            own.refuse("validUntil", "", "until when the value is good, as an ISO 8601 instant in UTC");
        }
        Instant createdAt = past(own, "createdAt").orElse(replacedAt);
        Optional<KeySecret> secret = secret(own, object.path("hash"), createdAt, validUntil);
        own.violations().forEach(wrong -> fields.refuse("previous." + wrong.field(), "", wrong.allowed()));
        return secret;
    }

    /** What was written for a hash is not repeated: it may be one, of whatever. */
    private static Optional<KeySecret> secret(
            JsonFields fields, JsonNode hash, Instant createdAt, Optional<Instant> validUntil) {
        Parsed<KeyHash> parsed =
                KeyHash.parse(hash.isTextual() ? hash.textValue().strip() : "");
        if (parsed instanceof Parsed.Bad<KeyHash> bad) {
            fields.refuse("hash", "", bad.allowed());
        }
        KeyDisplay display = new KeyDisplay(
                fields.text("prefix", LONGEST_PREFIX, Optional.empty()).orElse(""),
                fields.text("hint", LONGEST_HINT, Optional.empty()).orElse(""),
                fields.text("last4", LONGEST_LAST, Optional.empty()).orElse(""));
        return parsed.toOptional().map(good -> new KeySecret(good, display, createdAt, validUntil));
    }
}
