package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.ip.IpRange;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.core.model.KeyRestrictions;
import dev.apikeys.keycloak.directory.ClientScopes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the writer of a key decides from JSON. */
public final class KeyDraftReader {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_METADATA = 4_000;
    private static final int LONGEST_ENVIRONMENT = 64;
    private static final int MOST_RANGES = 64;
    private static final int MOST_LIMITS = 8;

    private static final Set<String> EDITABLE = Set.of(
            "name",
            "description",
            "metadata",
            "fullAccess",
            "scopes",
            "scopeGroups",
            "allowedIps",
            "limits",
            "expiresAt");
    private static final List<String> FIXED = List.of("id", "externalId", "clientId", "userId", "environment");
    private static final Set<String> GRANT = Set.of("clientId", "userId", "fullAccess", "scopes", "scopeGroups");
    private static final Set<String> ONLY_NEW = Set.of("clientId", "userId", "environment");
    private static final Set<String> ONLY_CHANGED = Set.of("enabled", "version");
    /** What a representation says beside that; a client may send back what it has read. */
    private static final Set<String> DERIVED = Set.of(
            "id",
            "externalId",
            "clientId",
            "userId",
            "username",
            "ownerType",
            "environment",
            "display",
            "status",
            "effectiveScopes",
            "acceptedBy",
            "createdAt",
            "updatedAt",
            "revokedAt",
            "revokedBy",
            "lastUsedAt",
            "overlapUntil",
            "access");

    private final ClientScopes scopes;

    public KeyDraftReader(ClientScopes scopes) {
        this.scopes = scopes;
    }

    /**
     * The outcome of reading.
     *
     * @param violations what is wrong; when there are any, the draft must not be used
     */
    public record Reading(KeyDraft draft, List<Violation> violations) {}

    /**
     * The outcome of reading a grant alone.
     *
     * @param violations what is wrong; when there are any, the grant must not be used
     */
    public record GrantReading(KeyGrant grant, List<Violation> violations) {}

    /** Reads what a new key would be given, by the rules of a new key. */
    public GrantReading readGrant(ObjectNode json) {
        JsonFields fields = new JsonFields(json);
        fields.refuseUnknown(GRANT);
        return new GrantReading(
                new GrantReader(scopes, false).read(fields, KeyDraft.EMPTY.grant()), fields.violations());
    }

    /** Reads a new key. */
    public Reading readNew(ObjectNode json) {
        JsonFields fields = new JsonFields(json);
        fields.refuseUnknown(union(EDITABLE, ONLY_NEW));
        return read(fields, KeyDraft.EMPTY, false);
    }

    /**
     * Reads a change of the key: what is absent stays.
     *
     * @param now the key as its reader last saw it, to tell what cannot be changed
     */
    public Reading readChange(ObjectNode json, ApiKey key, ObjectNode now) {
        JsonFields fields = new JsonFields(json);
        fields.refuseUnknown(union(EDITABLE, union(ONLY_CHANGED, DERIVED)));
        FIXED.forEach(field -> fields.refuseChange(field, now));
        fields.number("version", 0, Long.MAX_VALUE, key.version());
        return read(fields, KeyDraft.of(key), lostEveryScope(key));
    }

    /**
     * Reads a record of an import: a new key by the rules of one, and a change of one that is here as any other change.
     *
     * @param beside the fields that a record has beside those of a new key
     * @param mayLackScopes whether it is a key of which nobody expects anything any more
     */
    Reading readRecord(JsonFields fields, Set<String> beside, Optional<ApiKey> existing, boolean mayLackScopes) {
        fields.refuseUnknown(union(EDITABLE, union(ONLY_NEW, beside)));
        return read(
                fields,
                existing.map(KeyDraft::of).orElse(KeyDraft.EMPTY),
                mayLackScopes || existing.filter(this::lostEveryScope).isPresent());
    }

    /** The scopes that the key was given no longer exist: that must not keep its writer from changing the rest. */
    private boolean lostEveryScope(ApiKey key) {
        return !key.grant().fullAccess()
                && scopes.granted(key.grant()).findAny().isEmpty();
    }

    private Reading read(JsonFields fields, KeyDraft start, boolean mayLackScopes) {
        KeyDraft draft = new KeyDraft(
                shown(fields, "name", LONGEST_NAME, start.name()),
                shown(fields, "description", LONGEST_DESCRIPTION, start.description()),
                fields.text("environment", LONGEST_ENVIRONMENT, start.environment()),
                fields.object("metadata", LONGEST_METADATA, start.metadata()),
                new GrantReader(scopes, mayLackScopes).read(fields, start.grant()),
                new KeyRestrictions(
                        ranges(fields, start.restrictions().allowedIps()),
                        fields.list(
                                "limits",
                                MOST_LIMITS,
                                RateLimit::parse,
                                start.restrictions().limits())),
                fields.value("expiresAt", KeyDraftReader::instant, start.expiresAt()),
                fields.flag("enabled", start.enabled()));
        if (draft.name().isEmpty()
                && fields.violations().stream().noneMatch(v -> v.field().equals("name"))) {
            fields.refuse("name", "", "text of 1 to " + LONGEST_NAME + " characters");
        }
        return new Reading(draft, fields.violations());
    }

    /** What everybody sees who sees the key is no place for a value that was pasted by mistake. */
    private static Optional<String> shown(JsonFields fields, String field, int longest, Optional<String> absent) {
        Optional<String> text = fields.text(field, longest, absent);
        if (fields.has(field) && text.filter(WithoutKeys::hasWholeKey).isPresent()) {
            fields.refuse(field, text.get(), "text without the value of an API key");
            return absent;
        }
        return text;
    }

    private static AllowedIps ranges(JsonFields fields, AllowedIps start) {
        return new AllowedIps(fields.list("allowedIps", MOST_RANGES, IpRange::parse, Optional.of(start.ranges()))
                .orElse(List.of()));
    }

    /** An instant in milliseconds, from 1970 on: milliseconds of years far before cannot be stored. Before the year 10000. */
    static Parsed<Instant> instant(String text) {
        try {
            Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            return instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9999-12-31T23:59:59Z"))
                    ? Parsed.bad("an instant from 1970 on and before the year 10000")
                    : Parsed.good(instant);
        } catch (DateTimeException e) {
            return Parsed.bad("an ISO 8601 instant in UTC, for example 2027-01-31T00:00:00Z");
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        HashSet<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
