package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.resourceserver.Answer.Active;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportingAnswersTest {

    /** So long that nothing is reported before the end. */
    private static final int SECONDS = 300;

    private static final Question QUESTION =
            new Question(new PresentedKey("sk_live_a"), Set.of("calls:read"), Optional.empty());

    private final ListLogger log = new ListLogger();
    private final FakeKeycloak keycloak = new FakeKeycloak(1000, Clock.systemUTC());
    private final ReportingAnswers answers =
            new ReportingAnswers(new CachedAnswers(keycloak, SECONDS, Clock.systemUTC()), SECONDS, log);

    @Test
    void closingReportsTheCallsThatWereAnsweredFromMemory() {
        ask(4);

        answers.close();

        assertThat(keycloak.costs).containsExactly(1, 3);
        assertThat(log.lines).isEmpty();
    }

    @Test
    void closingAgainReportsNothingTwice() {
        ask(4);

        answers.close();
        answers.close();

        assertThat(keycloak.used).isEqualTo(4);
    }

    @Test
    void closingSaysWhatStaysUncounted() {
        ask(4);
        keycloak.gone = true;

        answers.close();

        assertThat(log.lines).singleElement().asString().contains("uncounted").doesNotContain("sk_live");
    }

    @Test
    void afterwardsEveryCallIsAskedAbout() {
        answers.close();

        ask(2);

        assertThat(keycloak.costs).containsExactly(1, 1);
    }

    @Test
    void anInterruptedThreadStillReports() {
        ask(2);

        Thread.currentThread().interrupt();
        answers.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(keycloak.used).isEqualTo(2);
    }

    private void ask(int times) {
        for (int call = 0; call < times; call++) {
            assertThat(answers.ask(QUESTION)).isInstanceOf(Active.class);
        }
    }
}
