package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Unavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
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
                .build();
        this.endpoint = configuration.introspectionUri();
        this.clientId = configuration.clientId();
        this.clientSecret = configuration.clientSecret();
        this.timeout = configuration.requestTimeout();
        this.outages = outages;
    }

    @Override
    public Answer ask(Question question, int cost) {
        Answer answer = send(question, cost);
        if (answer instanceof Unavailable unavailable) {
            outages.failed(unavailable.cause());
        } else {
            outages.answered();
        }
        return answer;
    }

    private Answer send(Question question, int cost) {
        try {
            HttpResponse<byte[]> response = new Exchange(http, request(question, cost), timeout).run();
            return response.statusCode() == 200
                    ? AnswerReader.read(response.body())
                    : new Unavailable("it answers with status " + response.statusCode()
                            + (response.statusCode() == 401 ? ", as to a wrong client secret" : ""));
        } catch (HttpTimeoutException e) {
            return new Unavailable("no answer in time");
        } catch (ConnectException e) {
            return new Unavailable("no connection");
        } catch (IOException e) {
            return new Unavailable("the exchange breaks (" + e.getClass().getSimpleName() + ")");
        } catch (JsonException e) {
            return new Unavailable("the answer is none: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable("interrupted");
        }
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
