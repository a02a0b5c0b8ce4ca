package dev.apikeys.it.admin;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Requests that reach the server at the same time. */
final class Parallel {

    private Parallel() {}

    /** How often each status was answered; each request is told its number, from 0. */
    static Map<Integer, Long> statuses(int requests, IntFunction<Response> request) {
        return answers(requests, request).stream()
                .collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
    }

    private static List<Response> answers(int requests, IntFunction<Response> request) {
        ExecutorService threads = Executors.newFixedThreadPool(requests);
        CountDownLatch start = new CountDownLatch(requests);
        try {
            List<Future<Response>> futures = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return request.apply(number);
                }));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError("a request failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
