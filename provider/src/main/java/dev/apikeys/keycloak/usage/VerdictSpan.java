package dev.apikeys.keycloak.usage;

import dev.apikeys.core.verify.Verdict;
import dev.apikeys.core.verify.Verdict.Allowed;
import dev.apikeys.core.verify.Verdict.Denied;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import org.keycloak.tracing.TracingAttributes;

/** What the span of a request tells about the key in it. Unlike metrics, spans may name a key: each is one call anyway. */
final class VerdictSpan {

    private static final String PREFIX = TracingAttributes.KC_PREFIX + "apiKey.";

    static final AttributeKey<String> ID = AttributeKey.stringKey(PREFIX + "id");
    static final AttributeKey<String> DOOR = AttributeKey.stringKey(PREFIX + "door");
    static final AttributeKey<String> VERDICT = AttributeKey.stringKey(PREFIX + "verdict");
    static final AttributeKey<String> REASON = AttributeKey.stringKey(PREFIX + "reason");

    private VerdictSpan() {}

    /** Adds the attributes, unless nobody records the span. */
    static void describe(Span span, DoorName door, Verdict verdict) {
        if (!span.isRecording()) {
            return;
        }
        span.setAttribute(DOOR, door.tag());
        if (verdict instanceof Allowed allowed) {
            span.setAttribute(VERDICT, DoorMetrics.ALLOWED);
            span.setAttribute(ID, allowed.found().key().id());
        } else if (verdict instanceof Denied denied) {
            span.setAttribute(VERDICT, DoorMetrics.DENIED);
            span.setAttribute(REASON, denied.reason().code());
            denied.found().ifPresent(found -> span.setAttribute(ID, found.key().id()));
        }
    }
}
