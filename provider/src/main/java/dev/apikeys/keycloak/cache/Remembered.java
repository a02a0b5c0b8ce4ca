package dev.apikeys.keycloak.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this node has found out through Keycloak's own caches, each answer with the revision of these caches at that time. It
 * is used only at that same revision, so it is as live as they are: any change that they hear of ends it.
 *
 * @param <Q> all that the answer depends on beside what Keycloak's caches hold
 * @param <A> the answer
 */
public final class Remembered<Q, A> {

    private final Cache<Q, Finding<A>> findings;

    /**
     * Nothing so far.
     *
     * @param entries how many at most
     */
    public Remembered(long entries) {
        this.findings = Caffeine.newBuilder().maximumSize(entries).build();
    }

    private record Finding<A>(A answer, Revision revision) {}

    /** What was found out at exactly this revision. */
    public Optional<A> get(Q question, Revision now) {
        @Nullable Finding<A> finding = findings.getIfPresent(question);
        return finding != null && finding.revision().equals(now) ? Optional.of(finding.answer()) : Optional.empty();
    }

    /** Remembers what was found out while the revision was and stayed this one. */
    public void put(Q question, A answer, Revision revision) {
        findings.put(question, new Finding<>(answer, revision));
    }
}
