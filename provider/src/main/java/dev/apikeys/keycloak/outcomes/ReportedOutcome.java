package dev.apikeys.keycloak.outcomes;

import java.time.Instant;

/**
 * One entry of a report.
 *
 * @param place where it stands in the body
 * @param keyId the key whose calls ended so
 * @param name one that the realm allows
 * @param at when
 */
record ReportedOutcome(String place, String keyId, String name, long count, Instant at) {}
