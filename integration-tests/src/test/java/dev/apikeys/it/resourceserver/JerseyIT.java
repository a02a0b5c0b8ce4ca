package dev.apikeys.it.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Curl;
import dev.apikeys.it.support.RequiresCurl;
import dev.apikeys.it.support.WalkKeys;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The library on Jersey. */
class JerseyIT extends ResourceServerContract {

    JerseyIT() {
        super(Implementation.JERSEY);
    }

    /** Those that callers behind nginx get; the bodies are error objects here. */
    @Test
    @RequiresCurl
    void everyAnswerIsAsItMustBe() {
        Map<String, String> environment = new WalkKeys(keys()).create(url(""));
        environment.put("BODIES", "error-objects");

        Curl.Walk walk = Curl.walk("walk.sh", environment);

        assertThat(walk.exitCode()).as(walk.output()).isZero();
        assertThat(walk.output()).contains("429: the call after them", "All answers are as they must be");
    }
}
