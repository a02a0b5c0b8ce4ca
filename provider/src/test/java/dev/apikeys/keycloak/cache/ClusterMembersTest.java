package dev.apikeys.keycloak.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.model.ApiKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.infinispan.notifications.cachemanagerlistener.event.impl.EventImpl;
import org.infinispan.remoting.transport.Address;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nodes go, come and find each other again; this one is A. */
class ClusterMembersTest {

    private static final Address A = Address.random("a");
    private static final Address B = Address.random("b");
    private static final Address C = Address.random("c");
    private static final Address D = Address.random("d");

    private final AtomicLong nanos = new AtomicLong();
    private final KeyCache cache = new KeyCache(1_000, 1_000, Duration.ofHours(9), nanos::get);
    private final ClusterMembers members = new ClusterMembers(cache);
    private final ApiKey key = SampleKeys.plain("a");

    @Test
    void aNodeThatComesIsNoReasonToDoubt() {
        remember();
        members.changed(event(List.of(A), List.of(A, B)));

        assertThat(isRemembered()).isTrue();
        assertThat(keysAreBelievedForLong()).isTrue();
    }

    @Nested
    class WhenANodeIsLost {

        @Test
        void whatWasRememberedIsForgottenAndKeysAreBelievedForSeconds() {
            remember();
            lose(B);

            assertThat(isRemembered()).isFalse();
            assertThat(keysAreBelievedForLong()).isFalse();
        }

        @Test
        void itIsAReasonToDoubtAlsoWhenAnotherComesAtTheSameTime() {
            members.changed(event(List.of(A, B), List.of(A, C)));

            assertThat(keysAreBelievedForLong()).isFalse();
        }

        @Test
        void anotherNodeThatComesChangesNothing() {
            lose(B);
            members.changed(event(List.of(A, C), List.of(A, C, D)));

            assertThat(keysAreBelievedForLong()).isFalse();
        }

        @Test
        void losingAnotherBeginsTheDoubtAnew() {
            lose(B);
            passes(KeyCache.DOUBT.minusMinutes(1));
            members.changed(event(List.of(A, C), List.of(A)));
            passes(Duration.ofMinutes(2));

            assertThat(keysAreBelievedForLong()).isFalse();
        }
    }

    @Nested
    class WhenPartsOfTheClusterMerge {

        @Test
        void theDoubtEndsWhenAllAreBackAndWhatThisNodeMissedIsForgotten() {
            lose(B);
            remember();
            members.merged(event(List.of(A, C), List.of(A, B, C)));

            assertThat(isRemembered()).isFalse();
            assertThat(keysAreBelievedForLong()).isTrue();
        }

        @Test
        void theDoubtGoesOnWhileANodeIsMissing() {
            members.changed(event(List.of(A, B, C), List.of(A)));
            remember();
            members.merged(event(List.of(A), List.of(A, B)));

            assertThat(isRemembered()).isFalse();
            assertThat(keysAreBelievedForLong()).isFalse();
        }

        @Test
        void theDoubtBeginsAnewWhileANodeIsMissing() {
            members.changed(event(List.of(A, B, C), List.of(A)));
            passes(KeyCache.DOUBT.minusMinutes(1));
            members.merged(event(List.of(A), List.of(A, B)));
            passes(Duration.ofMinutes(2));

            assertThat(keysAreBelievedForLong()).isFalse();
        }

        @Test
        void theDoubtEndsWithTheMergeThatBringsTheLastOneBack() {
            members.changed(event(List.of(A, B, C), List.of(A)));
            members.merged(event(List.of(A), List.of(A, B)));
            members.merged(event(List.of(A, B), List.of(A, B, C)));

            assertThat(keysAreBelievedForLong()).isTrue();
        }

        @Test
        void aNodeThatCameBackByItselfIsNotMissing() {
            members.changed(event(List.of(A, B, C), List.of(A)));
            members.changed(event(List.of(A), List.of(A, C)));
            members.merged(event(List.of(A, C), List.of(A, B, C)));

            assertThat(keysAreBelievedForLong()).isTrue();
        }

        @Test
        void aNodeThatIsLostByTheMergeIsMissing() {
            lose(B);
            members.merged(event(List.of(A, C), List.of(A, B)));

            assertThat(keysAreBelievedForLong()).isFalse();
        }

        @Test
        void whatWasRememberedIsForgottenAlsoWhenNobodyWasMissed() {
            remember();
            members.merged(event(List.of(A), List.of(A, B)));

            assertThat(isRemembered()).isFalse();
            assertThat(keysAreBelievedForLong()).isTrue();
        }
    }

    private void lose(Address node) {
        members.changed(event(
                List.of(A, B, C),
                List.of(A, B, C).stream().filter(member -> !member.equals(node)).toList()));
    }

    private void remember() {
        cache.get(SampleKeys.REALM, SampleKeys.hash("a"), () -> Optional.of(key));
    }

    private boolean isRemembered() {
        return cache.get(SampleKeys.REALM, SampleKeys.hash("a"), Optional::empty)
                .isPresent();
    }

    private boolean keysAreBelievedForLong() {
        cache.invalidateAll();
        remember();
        passes(KeyCache.DOUBTFUL_LIFE.multipliedBy(2));
        return isRemembered();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static EventImpl event(List<Address> before, List<Address> now) {
        EventImpl event = new EventImpl();
        event.setOldMembers(before);
        event.setNewMembers(now);
        return event;
    }
}
