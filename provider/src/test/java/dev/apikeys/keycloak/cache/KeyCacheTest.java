package dev.apikeys.keycloak.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.model.ApiKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

    private static final String REALM = SampleKeys.REALM;
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final AtomicLong nanos = new AtomicLong();
    private final KeyCache cache = new KeyCache(1_000, 1_000, LIFE, nanos::get);
    private final AtomicInteger loads = new AtomicInteger();
    private final ApiKey key = SampleKeys.plain("a");
    private final KeyHash hash = SampleKeys.hash("a");

    @Test
    void aKeyIsLoadedOnceAndThenRemembered() {
        assertThat(cache.get(REALM, hash, counting(Optional.of(key)))).contains(key);
        assertThat(cache.get(REALM, hash, counting(Optional.empty()))).contains(key);
        assertThat(loads).hasValue(1);
    }

    @Test
    void aValueThatIsNoKeysIsAskedForOnce() {
        assertThat(cache.get(REALM, hash, counting(Optional.empty()))).isEmpty();
        assertThat(cache.get(REALM, hash, counting(Optional.of(key)))).isEmpty();
        assertThat(loads).hasValue(1);
    }

    @Test
    void aKeyThatWasJustMadeIsFoundThoughItsValueWasUnknownBefore() {
        cache.get(REALM, hash, counting(Optional.empty()));

        Invalidations.apply(Fingerprint.of(hash).text(), cache);

        assertThat(cache.get(REALM, hash, counting(Optional.of(key)))).contains(key);
    }

    @Nested
    class WhileTheNodeMayBeCutOff {

        @BeforeEach
        void loseTheOthers() {
            cache.get(REALM, hash, counting(Optional.of(key)));
            cache.doubt();
        }

        @Test
        void whatWasKnownBeforeIsForgotten() {
            assertThat(cache.get(REALM, hash, counting(Optional.empty()))).isEmpty();
        }

        @Test
        void aKeyIsRememberedForSeconds() {
            cache.get(REALM, hash, counting(Optional.of(key)));
            nanos.addAndGet(KeyCache.DOUBTFUL_LIFE.toNanos() - 1);
            assertThat(cache.get(REALM, hash, counting(Optional.empty()))).contains(key);
            nanos.addAndGet(1);
            assertThat(cache.get(REALM, hash, counting(Optional.empty()))).isEmpty();
        }

        @Test
        void findingTheOthersAgainForgetsEverythingOnceMore() {
            cache.get(REALM, hash, counting(Optional.of(key)));
            cache.trust();
            assertThat(cache.get(REALM, hash, counting(Optional.empty()))).isEmpty();
        }

        @Test
        void keysAreRememberedLongerAfterTheOthersWereFound() {
            cache.trust();
            cache.get(REALM, hash, counting(Optional.of(key)));
            nanos.addAndGet(KeyCache.DOUBTFUL_LIFE.toNanos() * 2);
            assertThat(cache.get(REALM, hash, counting(Optional.empty()))).contains(key);
        }

        @Test
        void itEndsWhenNobodyCameBackForLong() {
            nanos.addAndGet(KeyCache.DOUBT.toNanos());
            cache.get(REALM, hash, counting(Optional.of(key)));
            cache.get(REALM, hash, counting(Optional.of(key)));
            nanos.addAndGet(KeyCache.DOUBTFUL_LIFE.toNanos() * 2);
            assertThat(cache.get(REALM, hash, counting(Optional.empty()))).contains(key);
        }
    }

    @Test
    void aKeyIsLoadedAgainAfterItsInvalidationAndOthersAreNot() {
        KeyHash otherHash = SampleKeys.hash("b");
        cache.get(REALM, hash, counting(Optional.of(key)));
        cache.get(REALM, otherHash, counting(Optional.of(SampleKeys.plain("b"))));

        Invalidations.apply(Fingerprint.of(hash).text(), cache);

        assertThat(cache.get(REALM, hash, counting(Optional.empty()))).isEmpty();
        assertThat(cache.get(REALM, otherHash, counting(Optional.empty()))).isPresent();
    }

    @Test
    void whatALoadReadBeforeAnInvalidationIsNotRemembered() {
        cache.get(REALM, hash, () -> {
            Invalidations.apply(Fingerprint.of(hash).text(), cache);
            return Optional.of(key);
        });

        assertThat(cache.get(REALM, hash, counting(Optional.empty()))).isEmpty();
        assertThat(loads).hasValue(1);
    }

    @Test
    void aMissThatWasReadBeforeTheKeyWasMadeIsNotRemembered() {
        cache.get(REALM, hash, () -> {
            Invalidations.apply(Fingerprint.of(hash).text(), cache);
            return Optional.empty();
        });

        assertThat(cache.get(REALM, hash, counting(Optional.of(key)))).contains(key);
    }

    @Test
    void whatALoadReadBeforeEverythingWasInvalidatedIsNotRemembered() {
        cache.get(REALM, hash, () -> {
            Invalidations.apply("*", cache);
            return Optional.of(key);
        });

        assertThat(cache.get(REALM, hash, counting(Optional.empty()))).isEmpty();
    }

    @Test
    void anEntryIsBelievedForItsLifeAndNoLonger() {
        cache.get(REALM, hash, counting(Optional.of(key)));

        nanos.addAndGet(LIFE.minusSeconds(1).toNanos());
        assertThat(cache.get(REALM, hash, counting(Optional.empty()))).contains(key);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(cache.get(REALM, hash, counting(Optional.empty()))).isEmpty();
    }

    @Test
    void aFloodOfUnknownValuesPushesOutNoKey() {
        cache.get(REALM, hash, counting(Optional.of(key)));

        IntStream.range(0, 5_000)
                .forEach(i -> assertThat(cache.get(REALM, SampleKeys.hash("unknown " + i), Optional::empty))
                        .isEmpty());

        assertThat(cache.get(REALM, hash, counting(Optional.empty()))).contains(key);
        assertThat(loads).hasValue(1);
    }

    @Test
    void aKeyOfOneRealmIsNotFoundInAnother() {
        cache.get(REALM, hash, counting(Optional.of(key)));

        assertThat(cache.get("another realm", hash, counting(Optional.empty()))).isEmpty();
        assertThat(loads).hasValue(2);
    }

    private Supplier<Optional<ApiKey>> counting(Optional<ApiKey> stored) {
        return () -> {
            loads.incrementAndGet();
            return stored;
        };
    }
}
