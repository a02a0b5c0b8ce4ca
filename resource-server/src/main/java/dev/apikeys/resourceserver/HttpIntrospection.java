package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Unavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

/** Token introspection (RFC 7662) over pooled HTTP/1.1 connections, authenticated with Basic (RFC 6749 §2.3.1). */
final class HttpIntrospection implements Introspection {

    private final HttpClient http;
    private final URI endpoint;
    private final String clientId;
    private final Supplier<String> clientSecret;
    private final Duration timeout;
    private final OutageLog outages;

    HttpIntrospection(ApiKeyConfiguration configuration, OutageLog outages) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(configuration.connectTimeout())
                // on the thread that has the bytes: what there is to do with them is less than waking another one
                .executor(Runnable::run)
                .build();
        this.endpoint = configuration.introspectionUri();
        this.clientId = configuration.clientId();
        this.clientSecret = configuration.clientSecret();
        this.timeout = configuration.requestTimeout();
        this.outages = outages;
    }

    @Override
    public Answer ask(Question question, int cost) {
        Answer answer;
        try {
            answer = send(question, cost);
        } catch (InterruptedException e) {
            // somebody wants this thread to end, which says nothing about the other end
            Thread.currentThread().interrupt();
            return perhapsCounted("interrupted");
        }
        if (answer instanceof Unavailable unavailable) {
            outages.failed(unavailable.cause());
        } else {
            outages.answered();
        }
        return answer;
    }

    private Answer send(Question question, int cost) throws InterruptedException {
        Exchange exchange;
        try {
            // what may have been counted must not be counted again as a whole: the second attempt is for the last call
            // alone
            HttpRequest request = request(question, cost);
            HttpRequest again = cost > 1 ? request(question, 1) : request;
            exchange = new Exchange(http, request, again, timeout);
        } catch (RuntimeException e) {
            // its message may have the secret in it
            return uncounted("the question cannot be put (" + e.getClass().getSimpleName() + ")");
        }
        try {
            HttpResponse<byte[]> response = exchange.run();
            return response.statusCode() == 200 ? AnswerReader.read(response.body()) : refused(response.statusCode());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            return uncounted("no connection");
        } catch (HttpTimeoutException e) {
            return perhapsCounted("no answer in time");
        } catch (JsonException e) {
            return perhapsCounted("the answer is none: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            return perhapsCounted("the exchange breaks (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Behind a server error may be a gateway that has not waited for Keycloak's answer. */
    private static Answer refused(int status) {
        String cause = "it answers with status " + status + (status == 401 ? ", as to a wrong client secret" : "");
        return status >= 400 && status < 500 ? uncounted(cause) : perhapsCounted(cause);
    }

    private static Unavailable uncounted(String cause) {
        return new Unavailable(cause, true);
    }

    private static Unavailable perhapsCounted(String cause) {
        return new Unavailable(cause, false);
    }

    private HttpRequest request(Question question, int cost) {
        StringBuilder form =
                new StringBuilder("token=").append(encode(question.key().reveal()));
        if (!question.scopes().isEmpty()) {
            form.append("&scope=").append(encode(String.join(" ", question.scopes())));
        }
        question.callerIp().ifPresent(ip -> form.append("&client_ip=").append(encode(ip)));
        if (cost != 1) {
            form.append("&cost=").append(cost);
        }
        return HttpRequest.newBuilder(endpoint)
                .timeout(timeout)
                .header("Authorization", authorization())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form.toString()))
                .build();
    }

    /** Read for each request, so that a secret can be replaced without a restart. */
    private String authorization() {
        String credentials = encode(clientId) + ":" + encode(clientSecret.get());
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
