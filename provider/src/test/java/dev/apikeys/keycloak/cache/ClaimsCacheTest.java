package dev.apikeys.keycloak.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apikeys.keycloak.cache.ClaimsCache.Question;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClaimsCacheTest {

    private static final Duration AGE = Duration.ofSeconds(10);
    private static final Question QUESTION = question("a");

    private final AtomicLong nanos = new AtomicLong();
    private final ClaimsCache cache = new ClaimsCache(100, nanos::get);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void claimsAreMadeOnceForTheSameQuestion() {
        assertThat(ask(QUESTION, AGE)).isEqualTo(1);
        assertThat(ask(question("a"), AGE)).isEqualTo(1);
    }

    @Test
    void anotherScopeIsAnotherQuestion() {
        ask(QUESTION, AGE);
        assertThat(ask(question("a", "b"), AGE)).isEqualTo(2);
    }

    @Test
    void claimsAreMadeAnewWhenTheyAreAsOldAsTheyMayBe() {
        ask(QUESTION, AGE);
        nanos.addAndGet(AGE.toNanos() - 1);
        assertThat(ask(QUESTION, AGE)).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(ask(QUESTION, AGE)).isEqualTo(2);
    }

    @Test
    void aShorterAgeCountsAtOnce() {
        ask(QUESTION, AGE);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(ask(QUESTION, Duration.ofSeconds(1))).isEqualTo(2);
    }

    @Test
    void anAgeThatGrewIsNoReasonToKeepClaimsForLonger() {
        ask(QUESTION, AGE);
        nanos.addAndGet(AGE.toNanos());
        assertThat(ask(QUESTION, AGE.multipliedBy(3))).isEqualTo(2);
    }

    @Test
    void withoutAnAgeNothingIsRemembered() {
        assertThat(ask(QUESTION, Duration.ZERO)).isEqualTo(1);
        assertThat(ask(QUESTION, Duration.ZERO)).isEqualTo(2);
        assertThat(ask(QUESTION, AGE)).isEqualTo(3);
    }

    @Test
    void whatAnAnswerAddsDoesNotStay() {
        cache.get(QUESTION, AGE, this::make).claims().put("jti", "one answer");
        assertThat(cache.get(QUESTION, AGE, this::make).claims().has("jti")).isFalse();
    }

    private int ask(Question question, Duration age) {
        return cache.get(question, age, this::make).claims().path("made").asInt();
    }

    private RenderedClaims make() {
        return new RenderedClaims(
                JsonNodeFactory.instance.objectNode().put("made", made.incrementAndGet()), Set.of("demo-api"));
    }

    private static Question question(String... scopes) {
        return new Question("http://localhost/realms/demo", "client", "subject", Set.of(scopes));
    }
}
