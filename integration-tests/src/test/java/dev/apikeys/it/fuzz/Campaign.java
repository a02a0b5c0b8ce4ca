package dev.apikeys.it.fuzz;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests by their numbers; the same seed and number make the same request, but for keys, tokens and the time. */
final class Campaign {

    private static final int THREADS = 6;

    private final URI server;
    private final long seed;
    private final World world;
    private final Doors doors;
    private final Secrets secrets;
    private final Judge judge;
    private final Findings findings = new Findings();

    Campaign(URI server, long seed, World world, Secrets secrets) {
        this.server = server;
        this.seed = seed;
        this.world = world;
        this.doors = new Doors(world);
        this.secrets = secrets;
        this.judge = new Judge(secrets);
    }

    Findings findings() {
        return findings;
    }

    /** Returns when all requests of these numbers are answered. */
    void run(long first, long end) throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong(first);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                threads.add(executor.submit(() -> {
                    try (Caller caller = new Caller(server)) {
                        for (long number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                            send(caller, number);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> thread : threads) {
                thread.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private void send(Caller caller, long number) throws IOException {
        Draft draft = doors.draft(new Chance(seed, number));
        Optional<String> fault;
        try {
            Optional<HttpAnswer> answer = draft.door.equals(Doors.SETTINGS) ? alone(caller, draft) : caller.send(draft);
            findings.answered(draft.door, answer.map(HttpAnswer::status).orElse(0));
            fault = judge.fault(draft, answer);
            answer.ifPresent(said -> world.learn(draft, said));
            if (fault.isPresent()
                    && answer.filter(said -> StockFaults.know(draft, said)).isPresent()) {
                findings.stockFault();
                return;
            }
        } catch (SocketTimeoutException e) {
            caller.close();
            if (draft.framing.mayStayUnanswered()) {
                findings.stockFault();
                return;
            }
            fault = Optional.of("no answer within " + draft.framing.patience());
        }
        fault.ifPresent(text -> report(draft, number, text));
    }

    /** Keycloak answers 500 to one of two who change the attributes of a realm at the same time, whoever they are. */
    private synchronized Optional<HttpAnswer> alone(Caller caller, Draft draft) throws IOException {
        return caller.send(draft);
    }

    private void report(Draft draft, long number, String fault) {
        String text = secrets.masked(fault.getBytes(StandardCharsets.UTF_8));
        // errors have numbers, which make no kind
        String kind = draft.door + ": "
                + text.replaceAll("[0-9a-f-]{36}(-[0-9]+)?", "#").replaceFirst("(?s)^(.{100}).*", "$1");
        findings.fault(
                kind,
                "-Dfuzz.seed=%d -Dfuzz.first=%d -Dfuzz.requests=1 (%s): %s%n%s"
                        .formatted(
                                seed,
                                number,
                                draft.door,
                                text,
                                secrets.masked(Wire.request(draft, server.getAuthority()))));
    }
}
