package dev.apikeys.resourceserver;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Remembered answers with the thread that reports what would otherwise stay unreported. */
final class ReportingAnswers implements Answers {

    private static final int TO_END = 10;

    private final CachedAnswers answers;
    private final Logger log;
    private final ScheduledExecutorService reporter;

    ReportingAnswers(CachedAnswers answers, int seconds, Logger log) {
        this.answers = answers;
        this.log = log;
        this.reporter = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "api-keys-report");
            thread.setDaemon(true);
            return thread;
        });
        var unused = reporter.scheduleWithFixedDelay(this::report, seconds, seconds, TimeUnit.SECONDS);
    }

    /** A task that throws would never run again. */
    private void report() {
        try {
            answers.reportIdle();
        } catch (RuntimeException e) {
            log.log(Level.ERROR, "Calls with API keys could not be reported", e);
        }
    }

    @Override
    public Answer ask(Question question) {
        return answers.ask(question);
    }

    @Override
    public Answer look(Question question) {
        return answers.look(question);
    }

    @Override
    public void close() {
        reporter.shutdown();
        try {
            // a report that is under way is not to be broken off: nobody would know whether it was counted
            var unused = reporter.awaitTermination(TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!answers.close(Duration.ofSeconds(TO_END))) {
            log.log(Level.WARNING, "Some calls with API keys stay uncounted: Keycloak did not take them in time");
        }
    }
}
