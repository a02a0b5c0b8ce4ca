package dev.apikeys.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/**
 * What an answer says of one limit.
 *
 * @param reset whole seconds until the window ends
 * @param window length of the window in seconds
 */
record Reported(String policy, int limit, int remaining, int reset, int window) {

    /** All limits in the answer, in its order; fails when it has none of the kind or anything unheard of in them. */
    static List<Reported> in(Response answer) {
        List<Map<String, Object>> limits = answer.path("rate_limit");
        assertThat(limits).as(answer.asString()).isNotNull();
        return limits.stream().map(Reported::read).toList();
    }

    /** The one limit in the answer. */
    static Reported onlyOneIn(Response answer) {
        List<Reported> limits = in(answer);
        assertThat(limits).hasSize(1);
        return limits.get(0);
    }

    /** The policies in the answer, one for each limit. */
    static List<String> policies(Response answer) {
        return in(answer).stream().map(Reported::policy).toList();
    }

    /** What the limits in the answer leave, in its order. */
    static List<Integer> remaining(Response answer) {
        return in(answer).stream().map(Reported::remaining).toList();
    }

    private static Reported read(Map<String, Object> json) {
        assertThat(json).containsOnlyKeys("policy", "limit", "remaining", "reset", "window");
        Reported reported = new Reported(
                String.valueOf(json.get("policy")),
                number(json, "limit"),
                number(json, "remaining"),
                number(json, "reset"),
                number(json, "window"));
        assertThat(reported.remaining()).isBetween(0, reported.limit());
        assertThat(reported.reset()).isBetween(1, reported.window());
        return reported;
    }

    private static int number(Map<String, Object> json, String field) {
        if (json.get(field) instanceof Integer number) {
            return number;
        }
        throw new AssertionError(field + " is no whole number: " + json);
    }
}
