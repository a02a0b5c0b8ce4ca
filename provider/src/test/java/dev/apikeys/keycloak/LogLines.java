package dev.apikeys.keycloak;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class writes to the log until this is closed. */
public final class LogLines extends Handler {

    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Logger log;

    public LogLines(Class<?> of) {
        log = Logger.getLogger(of.getName());
        log.addHandler(this);
    }

    public List<String> messages() {
        return lines.stream().map(LogRecord::getMessage).toList();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
