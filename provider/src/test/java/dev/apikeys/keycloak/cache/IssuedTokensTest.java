package dev.apikeys.keycloak.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.key.KeyDisplay;
import dev.apikeys.keycloak.cache.IssuedTokens.Draft;
import dev.apikeys.keycloak.cache.IssuedTokens.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IssuedTokensTest {

    private static final Duration AGE = Duration.ofSeconds(10);
    private static final Duration LIFE = Duration.ofMinutes(5);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Duration life = LIFE;
    private String content = "roles";
    private int drafts;
    private int signatures;

    private final InstantSource time = () -> now;
    private final IssuedTokens tokens = new IssuedTokens(1_000_000, time.withZone(ZoneOffset.UTC));

    @Test
    void aTokenIsSignedOnceForTheSameQuestion() {
        assertThat(ask(1, AGE)).isEqualTo("token 1");
        assertThat(ask(1, AGE)).isEqualTo("token 1");
        assertThat(drafts).isEqualTo(1);
    }

    @Test
    void anotherVersionOfTheKeyIsAnotherQuestion() {
        ask(1, AGE);

        assertThat(ask(2, AGE)).isEqualTo("token 2");
    }

    @Test
    void whatMappersSayIsComparedWhenItIsAsOldAsItMayBe() {
        ask(1, AGE);
        now = now.plus(AGE);

        assertThat(ask(1, AGE)).isEqualTo("token 1");
        assertThat(ask(1, AGE)).isEqualTo("token 1");
        assertThat(drafts).isEqualTo(2);
        assertThat(signatures).isEqualTo(1);
    }

    @Test
    void whatMappersSayIsComparedEachTimeWhenItMayNotBeOld() {
        ask(1, Duration.ZERO);
        ask(1, Duration.ZERO);

        assertThat(drafts).isEqualTo(2);
        assertThat(signatures).isEqualTo(1);
    }

    @Test
    void aTokenThatWouldSaySomethingElseIsSigned() {
        ask(1, AGE);
        content = "other roles";
        assertThat(ask(1, AGE)).isEqualTo("token 1");
        now = now.plus(AGE);

        assertThat(ask(1, AGE)).isEqualTo("token 2");
    }

    @Test
    void aTokenThatWouldEndEarlierIsSigned() {
        ask(1, AGE);
        life = Duration.ofMinutes(1);
        now = now.plus(AGE);

        assertThat(ask(1, AGE)).isEqualTo("token 2");
    }

    @Test
    void theLastFifthOfALifeIsNotHandedOut() {
        ask(1, LIFE);
        now = now.plusSeconds(239);
        assertThat(ask(1, LIFE)).isEqualTo("token 1");
        now = now.plusSeconds(1);

        assertThat(ask(1, LIFE)).isEqualTo("token 2");
    }

    @Test
    void noTokenIsHandedOutWhenNoneWouldBeIssued() {
        ask(1, AGE);
        now = now.plus(AGE);

        assertThat(tokens.get(question(1), AGE, Optional::empty)).isEmpty();
        assertThat(ask(1, AGE)).isEqualTo("token 2");
    }

    private String ask(long version, Duration maxAge) {
        return tokens.get(question(version), maxAge, () -> Optional.of(draft())).orElseThrow();
    }

    private Draft draft() {
        drafts++;
        return new Draft(content, now.plus(life), () -> "token " + ++signatures);
    }

    private static Question question(long version) {
        return new Question(
                "issuer",
                "key",
                version,
                new KeyDisplay("sk_live_", "abcdef", "wxyz"),
                Optional.empty(),
                "client",
                "subject",
                "api",
                Set.of("scope"),
                "kid");
    }
}
