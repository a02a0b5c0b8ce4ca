package dev.apikeys.keycloak;

import java.util.concurrent.ThreadFactory;

/** Threads for work beside requests, which do not keep the server from ending. */
public final class DaemonThreads {

    private DaemonThreads() {}

    /** All of them have this name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
