package dev.apikeys.keycloak.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GithubFeedbackTest {

    private final List<String> asked = new ArrayList<>();
    private final GithubFeedback feedback = new GithubFeedback(finding -> {
        String text = finding.value().reveal();
        asked.add(text);
        if (text.equals("broken")) {
            throw new IllegalStateException(text);
        }
        return text.equals("key");
    });

    @Test
    void eachValueIsEndedOnceAndAnsweredInItsPlace() {
        assertThat(feedback.to(findings("key", "none", "key")).orElseThrow().findValuesAsText("label"))
                .containsExactly("true_positive", "false_positive", "true_positive");
        assertThat(asked).containsExactly("key", "none");
    }

    @Test
    void oneThatFailsSparesNoneOfTheOthersAndTheAlertIsToComeAgain() {
        assertThat(feedback.to(findings("broken", "key", "broken", "none"))).isEmpty();
        assertThat(asked).containsExactly("broken", "key", "none");
    }

    private static List<GithubFinding> findings(String... tokens) {
        return Stream.of(tokens)
                .map(token -> GithubFinding.of(token, "type", "", ""))
                .toList();
    }
}
