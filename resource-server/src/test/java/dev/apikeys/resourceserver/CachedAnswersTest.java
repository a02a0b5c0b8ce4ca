package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Inactive;
import dev.apikeys.resourceserver.Answer.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CachedAnswersTest {

    private static final Question QUESTION = question("sk_live_a", "calls:read", "203.0.113.7");

    private Instant now = Instant.ofEpochSecond(1_700_000_000);
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final FakeKeycloak keycloak = new FakeKeycloak(1000, clock);
    private final CachedAnswers answers = new CachedAnswers(keycloak, 10, clock);

    @Test
    void aGoodAnswerIsUsedAgainForItsTimeOnly() {
        ask(5);
        later(9);
        ask(1);
        assertThat(keycloak.costs).containsExactly(1);

        later(1);
        ask(1);
        assertThat(keycloak.costs).containsExactly(1, 6);
    }

    @Test
    void callsFromMemoryAreCountedWithTheNextQuestion() {
        ask(20);
        later(10);
        ask(1);

        assertThat(keycloak.used).isEqualTo(21);
    }

    @Test
    void aCallFromMemoryTellsWhereTheLimitStandsAfterIt() {
        ask(1);
        later(4);
        ask(1);

        assertThat(((Active) answers.ask(QUESTION)).limits())
                .containsExactly(new RateLimit("key", 1000, 997, 3596, 3600));
    }

    @Test
    void noMoreCallsAreLetThroughThanTheLimitHas() {
        keycloak.limit = 5;
        ask(5);
        Answer sixth = answers.ask(QUESTION);

        assertThat(sixth).isInstanceOf(Inactive.class);
        assertThat(keycloak.used).isEqualTo(5);
    }

    @Test
    void otherScopesOrAnotherAddressAreAnotherQuestionOfTheSameBudget() {
        keycloak.limit = 4;
        ask(2);
        assertThat(answers.ask(question("sk_live_a", "calls:write", "203.0.113.7")))
                .isInstanceOf(Active.class);
        assertThat(answers.ask(question("sk_live_a", "calls:read", "203.0.113.8")))
                .isInstanceOf(Active.class);

        assertThat(keycloak.costs).containsExactly(1, 2, 1);
        assertThat(answers.ask(QUESTION)).isInstanceOf(Inactive.class);
        assertThat(keycloak.used).isEqualTo(4);
    }

    @Test
    void anotherKeyIsAnotherBudget() {
        ask(3);
        answers.ask(question("sk_live_b", "calls:read", "203.0.113.7"));

        assertThat(keycloak.costs).containsExactly(1, 1);
    }

    @Test
    void whenOthersHaveUsedTheLimitUpWhatFitsIsCounted() {
        keycloak.limit = 10;
        ask(6);
        keycloak.used = 7;
        later(10);

        assertThat(answers.ask(QUESTION)).isInstanceOf(Inactive.class);
        assertThat(keycloak.costs).containsExactly(1, 6, 3);
        assertThat(keycloak.used).isEqualTo(10);
    }

    @Test
    void aLimitThatWasLoweredDoesNotKeepTheKeyOutForEver() {
        ask(101);
        keycloak.limit = 20;
        keycloak.used = 0;
        later(10);
        assertThat(answers.ask(QUESTION)).isInstanceOf(Inactive.class);

        keycloak.used = 0;
        assertThat(answers.ask(QUESTION)).isInstanceOf(Active.class);
    }

    @Test
    void noQuestionCostsMoreThanKeycloakTakes() {
        keycloak.limited = false;
        ask(2500);
        answers.close(Duration.ZERO);

        assertThat(keycloak.costs).allMatch(cost -> cost <= 1000);
        assertThat(keycloak.costs.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2500);
    }

    @Test
    void callsOfAKeyThatIsNoLongerUsedAreReportedOnce() {
        ask(4);
        answers.reportIdle();
        assertThat(keycloak.costs).containsExactly(1);

        later(10);
        answers.reportIdle();
        later(10);
        answers.reportIdle();
        assertThat(keycloak.costs).containsExactly(1, 3);
    }

    @Test
    void closingReportsWhatIsLeftAndAsksAboutEveryCallFromThenOn() {
        ask(4);
        answers.close(Duration.ZERO);
        ask(2);

        assertThat(keycloak.costs).containsExactly(1, 3, 1, 1);
    }

    @Test
    void whileKeycloakIsGoneNothingIsLetThroughAndNothingForgotten() {
        ask(4);
        later(10);
        keycloak.gone = true;
        assertThat(answers.ask(QUESTION)).isInstanceOf(Unavailable.class);
        answers.reportIdle();

        keycloak.gone = false;
        ask(1);
        assertThat(keycloak.used).isEqualTo(5);
    }

    @Test
    void aRefusalIsNotRememberedAndEndsWhatIsRemembered() {
        ask(1);
        keycloak.error = Optional.of("key_revoked");
        assertThat(answers.ask(question("sk_live_a", "calls:write", "203.0.113.7")))
                .isInstanceOf(Inactive.class);
        assertThat(answers.ask(QUESTION)).isInstanceOf(Inactive.class);

        keycloak.error = Optional.empty();
        ask(1);
    }

    @Test
    void aMissingScopeDoesNotEndWhatIsRememberedForOthers() {
        ask(1);
        keycloak.error = Optional.of("insufficient_scope");
        assertThat(answers.ask(question("sk_live_a", "calls:write", "203.0.113.7")))
                .isInstanceOf(Inactive.class);

        ask(1);
        assertThat(keycloak.costs).containsExactly(1, 1);
    }

    @Test
    void anAnswerIsNotUsedBeyondItsOwnExpiry() {
        keycloak.expiry = OptionalLong.of(now.getEpochSecond() + 3);
        ask(1);
        later(3);
        ask(1);

        assertThat(keycloak.costs).containsExactly(1, 1);
    }

    @Test
    void norForAPartOfASecond() {
        now = now.plusMillis(900);
        keycloak.expiry = OptionalLong.of(now.getEpochSecond() + 10);
        ask(1);
        now = Instant.ofEpochSecond(keycloak.expiry.getAsLong());
        ask(1);

        assertThat(keycloak.costs).containsExactly(1, 1);
    }

    @Test
    void anAnswerThatTakesLongIsUsedNoLonger() {
        keycloak.afterCounting = () -> later(4);
        ask(1);
        keycloak.afterCounting = () -> {};
        later(6);
        ask(1);

        assertThat(keycloak.costs).containsExactly(1, 1);
    }

    @Test
    void anAnswerIsNotUsedBeyondItsWindowWhoseCallsAreNotChargedToTheNext() {
        keycloak.window = 6;
        ask(4);
        later(6);
        ask(1);

        assertThat(keycloak.costs).containsExactly(1, 1);
        assertThat(keycloak.used).isEqualTo(1);
    }

    @Test
    void whatAWindowMayEndBeforeIsReportedInTime() {
        keycloak.window = 12;
        ask(4);
        later(5);
        answers.reportIdle();

        assertThat(keycloak.costs).containsExactly(1, 3);
    }

    @Test
    void callsOfAShortWindowAreChargedAsLongAsALongerOneRuns() {
        CallBudget budget = new CallBudget();
        budget.told(List.of(new RateLimit("key", 10, 9, 5, 60), new RateLimit("key", 99, 98, 100, 3600)), now);
        assertThat(budget.spend(QUESTION, now.plusSeconds(3))).isPresent();
        assertThat(budget.spend(QUESTION, now.plusSeconds(4))).isEmpty();

        assertThat(budget.take(now.plusSeconds(99)).orElseThrow().calls()).isEqualTo(1);
        budget.told(List.of(new RateLimit("key", 10, 9, 5, 60)), now);
        assertThat(budget.spend(QUESTION, now)).isPresent();
        assertThat(budget.take(now.plusSeconds(100))).isEmpty();
    }

    @Test
    void whatMayHaveBeenCountedIsNotReportedAgain() {
        ask(4);
        later(10);
        keycloak.lost = true;
        assertThat(answers.ask(QUESTION)).isInstanceOf(Unavailable.class);
        keycloak.lost = false;
        ask(1);

        assertThat(keycloak.costs).containsExactly(1, 4, 1);
    }

    @Test
    void anIdleReportThatMayHaveBeenCountedIsNotRepeated() {
        ask(4);
        later(10);
        keycloak.lost = true;
        answers.reportIdle();
        keycloak.lost = false;
        answers.reportIdle();

        assertThat(keycloak.costs).containsExactly(1, 3);
    }

    @Test
    void aRefusalForTheLimitLeavesNothingOfIt() {
        keycloak.limit = 10;
        ask(6);
        keycloak.used = 7;
        later(10);

        assertThat(((Inactive) answers.ask(QUESTION)).limits())
                .containsExactly(new RateLimit("key", 10, 0, 3590, 3600));
    }

    @Test
    void norDoesOneWhoseRestCannotBeReported() {
        keycloak.limit = 10;
        ask(6);
        keycloak.used = 7;
        later(10);
        keycloak.afterCounting = () -> keycloak.gone = true;

        assertThat(((Inactive) answers.ask(QUESTION)).limits())
                .containsExactly(new RateLimit("key", 10, 0, 3590, 3600));
    }

    @Test
    void closingBeginsNoReportAfterItsTime() {
        ask(4);
        Question other = question("sk_live_b", "calls:read", "203.0.113.7");
        answers.ask(other);
        answers.ask(other);
        keycloak.afterCounting = () -> later(11);

        assertThat(answers.close(Duration.ofSeconds(10))).isFalse();
        assertThat(keycloak.costs).hasSize(3);
    }

    @Test
    void tokensAreRememberedAndNotCounted() {
        keycloak.key = false;
        keycloak.limited = false;
        ask(5);
        later(10);
        ask(1);
        answers.close(Duration.ZERO);

        assertThat(keycloak.costs).containsExactly(1, 1);
    }

    @Test
    void theValueOfAKeyIsNotWhatItIsRememberedBy() {
        assertThat(AnswerKey.of(QUESTION).toString()).doesNotContain("sk_live_a");
        assertThat(QUESTION.toString()).doesNotContain("sk_live_a");
    }

    /** So many calls, all of which are let through. */
    private void ask(int calls) {
        for (int call = 0; call < calls; call++) {
            assertThat(answers.ask(QUESTION)).isInstanceOf(Active.class);
        }
    }

    private void later(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private static Question question(String key, String scope, String ip) {
        return new Question(new PresentedKey(key), Set.of(scope), Optional.of(ip));
    }
}
