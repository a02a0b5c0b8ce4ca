package dev.apikeys.resourceserver;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One line when introspection begins to fail, one when it is over, and at most one outage a minute. */
final class OutageLog {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Logger log;
    private final URI introspection;
    private final Clock clock;
    private volatile boolean reported;
    private Instant quietUntil = Instant.MIN;

    OutageLog(Logger log, URI introspection, Clock clock) {
        this.log = log;
        this.introspection = introspection;
        this.clock = clock;
    }

    void failed(String cause) {
        if (!reported) {
            report(cause);
        }
    }

    private synchronized void report(String cause) {
        Instant now = clock.instant();
        if (!reported && !now.isBefore(quietUntil)) {
            reported = true;
            quietUntil = now.plus(PAUSE);
            log.log(
                    Level.WARNING,
                    "API keys cannot be checked at " + introspection + ": " + cause
                            + ". Calls are refused with 503 until it answers.");
        }
    }

    void answered() {
        if (reported) {
            end();
        }
    }

    private synchronized void end() {
        if (reported) {
            reported = false;
            log.log(Level.INFO, "API keys are checked again at " + introspection);
        }
    }
}
