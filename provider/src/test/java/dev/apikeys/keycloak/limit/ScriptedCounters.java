package dev.apikeys.keycloak.limit;

import dev.apikeys.core.limit.Counters;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.limit.Windows;
import java.time.Instant;
import java.util.List;

/** Answers what a test lays down, and keeps how often it was asked. */
final class ScriptedCounters implements Counters {

    Counting answer;
    int asked;
    int givenBack;

    ScriptedCounters(Counting answer) {
        this.answer = answer;
    }

    @Override
    public Counting take(String counter, List<RateLimit> limits, int cost, Instant now) {
        asked++;
        return answer;
    }

    @Override
    public void giveBack(String counter, Windows taken, int cost, Instant now) {
        givenBack++;
    }
}
