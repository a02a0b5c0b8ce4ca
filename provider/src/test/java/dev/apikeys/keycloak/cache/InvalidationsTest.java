package dev.apikeys.keycloak.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.model.ApiKey;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.cache.infinispan.events.CacheKeyInvalidatedEvent;

/** A transaction changes keys, and the nodes are told after it. */
class InvalidationsTest {

    private final KeyCache cache = new KeyCache(1_000, 1_000, Duration.ofMinutes(1), () -> 0);
    private final List<KeycloakTransaction> enlisted = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Boolean> rememberedWhenTold = new ArrayList<>();
    private boolean clusterFails;

    private final ClusterProvider cluster = fake(ClusterProvider.class, (method, arguments) -> {
        told.add(((CacheKeyInvalidatedEvent) arguments[1]).getId());
        rememberedWhenTold.add(isRemembered("a") || isRemembered("b"));
        if (clusterFails) {
            throw new IllegalStateException("the others are gone");
        }
        return Optional.empty();
    });
    private final KeycloakTransactionManager transactions =
            fake(KeycloakTransactionManager.class, (method, arguments) -> {
                enlisted.add((KeycloakTransaction) arguments[0]);
                return Optional.empty();
            });
    private final Invalidations invalidations = new Invalidations(
            fake(
                    KeycloakSession.class,
                    (method, arguments) -> method.equals("getTransactionManager") ? transactions : cluster),
            cache);

    InvalidationsTest() {
        remember("a");
        remember("b");
    }

    @Test
    void nothingIsToldBeforeTheCommit() {
        invalidations.changed(SampleKeys.plain("a"));

        assertThat(isRemembered("a")).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void nothingIsToldAfterARollback() {
        invalidations.changed(SampleKeys.plain("a"));
        enlisted.get(0).begin();
        enlisted.get(0).rollback();

        assertThat(isRemembered("a")).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void theChangedKeyIsForgottenHereAndToldToTheOthersOnce() {
        invalidations.changed(SampleKeys.plain("a"));
        invalidations.changed(SampleKeys.plain("a"));
        commit();

        assertThat(isRemembered("a")).isFalse();
        assertThat(isRemembered("b")).isTrue();
        assertThat(told).containsExactly(message("a"));
    }

    @Test
    void thisNodeForgetsAllOfThemBeforeTheFirstOtherIsTold() {
        invalidations.changed(SampleKeys.plain("a"));
        invalidations.changed(SampleKeys.plain("b"));
        commit();

        assertThat(rememberedWhenTold).containsExactly(false, false);
    }

    @Test
    void aMessageThatFailsStopsNeitherTheOthersNorTheRequest() {
        clusterFails = true;
        invalidations.changed(SampleKeys.plain("a"));
        invalidations.changed(SampleKeys.plain("b"));
        commit();

        assertThat(told).containsExactlyInAnyOrder(message("a"), message("b"));
        assertThat(isRemembered("a")).isFalse();
        assertThat(isRemembered("b")).isFalse();
    }

    @Test
    void hundredsOfChangedKeysShareMessagesAndAreForgottenByThem() {
        for (int i = 0; i < 299; i++) {
            invalidations.changed(SampleKeys.plain("some-" + i));
        }
        invalidations.changed(SampleKeys.plain("a"));
        commit();
        remember("a");
        told.forEach(message -> Invalidations.apply(message, cache));

        assertThat(told).hasSize(2);
        assertThat(isRemembered("a")).isFalse();
        assertThat(isRemembered("b")).isTrue();
    }

    @Test
    void manyChangesAreOneMessageThatForgetsEverything() {
        invalidations.changed(SampleKeys.plain("a"));
        invalidations.changedMany();
        commit();

        assertThat(told).containsExactly("*");
        assertThat(isRemembered("a")).isFalse();
        assertThat(isRemembered("b")).isFalse();
    }

    private void commit() {
        assertThat(enlisted).hasSize(1);
        enlisted.get(0).begin();
        enlisted.get(0).commit();
    }

    private void remember(String value) {
        ApiKey key = SampleKeys.plain(value);
        cache.get(SampleKeys.REALM, SampleKeys.hash(value), () -> Optional.of(key));
    }

    private boolean isRemembered(String value) {
        return cache.get(SampleKeys.REALM, SampleKeys.hash(value), Optional::empty)
                .isPresent();
    }

    private static String message(String value) {
        return Fingerprint.of(SampleKeys.hash(value)).text();
    }

    /** All that a test asks of it goes through one function of the method's name and the arguments. */
    private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.apply(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
