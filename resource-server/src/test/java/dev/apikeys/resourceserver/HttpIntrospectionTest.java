package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Inactive;
import dev.apikeys.resourceserver.Answer.Unavailable;
import dev.apikeys.resourceserver.ScriptedServer.Fate;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpIntrospectionTest {

    private static final String GOOD = "{\"active\":true,\"scope\":\"calls:read\",\"exp\":1900000000}";
    private static final Question QUESTION =
            new Question(new PresentedKey("sk_live_a&b"), Set.of("calls:read"), Optional.of("203.0.113.7"));

    private final ListLogger logger = new ListLogger();
    private final List<String> log = logger.lines;

    @Test
    void asksAsRfc7662HasIt() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.answer(200, GOOD))) {
            assertThat(ask(server, 5)).isInstanceOf(Active.class);

            assertThat(server.requests.get(0))
                    .startsWith("POST /introspect HTTP/1.1\r\n")
                    .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                    // demo%3Aapi:s%25cret+%C3%A9
                    .contains("Authorization: Basic ZGVtbyUzQWFwaTpzJTI1Y3JldCslQzMlQTk=\r\n")
                    .endsWith("token=sk_live_a%26b&scope=calls%3Aread&client_ip=203.0.113.7&cost=5");
        }
    }

    @Test
    void aConnectionThatIsResetBeforeTheAnswerIsTriedOnceMore() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.RESET, Fate.answer(200, GOOD))) {
            assertThat(ask(server, 1)).isInstanceOf(Active.class);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void aConnectionThatIsClosedBeforeTheAnswerIsTriedOnceMore() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.raw(""), Fate.answer(200, GOOD))) {
            assertThat(ask(server, 1)).isInstanceOf(Active.class);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void theSecondAttemptIsForOneCallOnly() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.RESET, Fate.answer(200, GOOD))) {
            assertThat(ask(server, 5)).isInstanceOf(Active.class);
            assertThat(server.requests.get(0)).endsWith("&cost=5");
            assertThat(server.requests.get(1)).endsWith("&client_ip=203.0.113.7");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "401, true",
        "404, true",
        "429, true",
        "302, false",
        "500, false",
        "503, false",
        "504, false"
    })
    void aRefusalIsCertainlyNotCountedButAServerErrorMayBe(int status, boolean uncounted) throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.answer(status, ""))) {
            assertThat(((Unavailable) ask(server, 1)).uncounted()).isEqualTo(uncounted);
        }
    }

    @Test
    void aSecretThatCannotBeHadIsNoAnswerAndNotInTheLog() {
        Supplier<String> failing = () -> {
            throw new IllegalStateException("vault said s3cret");
        };
        Answer answer =
                introspection(URI.create("http://127.0.0.1:1/"), failing).ask(QUESTION, 1);

        assertThat(answer).isEqualTo(new Unavailable("the question cannot be put (IllegalStateException)", true));
        assertThat(log).singleElement().asString().doesNotContain("s3cret");
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless application does
    void norIsASecretThatIsMissing() {
        Answer answer =
                introspection(URI.create("http://127.0.0.1:1/"), () -> null).ask(QUESTION, 1);

        assertThat(answer).isEqualTo(new Unavailable("the question cannot be put (NullPointerException)", true));
    }

    @Test
    void anInterruptedThreadIsNoOutage() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.SILENCE)) {
            Thread.currentThread().interrupt();
            Answer answer = ask(server, 1);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer).isEqualTo(new Unavailable("interrupted", false));
            assertThat(log).isEmpty();
        }
    }

    @Test
    void itIsNotTriedAThirdTime() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.RESET, Fate.RESET, Fate.answer(200, GOOD))) {
            assertThat(ask(server, 1)).isInstanceOf(Unavailable.class);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNotAskedForAgain() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
        try (ScriptedServer server = new ScriptedServer(Fate.raw(head + GOOD), Fate.answer(200, GOOD))) {
            assertThat(ask(server, 1)).isInstanceOf(Unavailable.class);
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void silenceIsNotAskedAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.SILENCE, Fate.answer(200, GOOD))) {
            assertThat(ask(server, 1)).isEqualTo(new Unavailable("no answer in time", false));
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void aBodyThatNeverEndsIsNotWaitedFor() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
        try (ScriptedServer server = new ScriptedServer(Fate.raw(head + GOOD).thenSilence())) {
            assertThat(ask(server, 1)).isEqualTo(new Unavailable("no answer in time", false));
        }
    }

    @Test
    void nobodyThereIsNoAnswer() throws IOException {
        ScriptedServer server = new ScriptedServer();
        server.close();

        assertThat(ask(server, 1)).isEqualTo(new Unavailable("no connection", true));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 400, 401, 403, 404, 429, 500, 503})
    void everyOtherStatusIsNoAnswer(int status) throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.answer(status, status == 204 ? "" : GOOD))) {
            assertThat(ask(server, 1)).isInstanceOf(Unavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "true",
                "{}",
                "<html>",
                "{\"active\":\"true\"}",
                "{\"active\":1}",
                "{\"active\":null}",
                "{\"active\":true",
                "{\"active\":true}}",
                "{\"active\":false,\"active\":true}",
                "{\"active\":true,\"exp\":\"tomorrow\"}",
                "{\"active\":true,\"rate_limit\":{}}",
                "{\"active\":true,\"rate_limit\":[{\"policy\":\"key\"}]}",
                "{\"active\":true,\"rate_limit\":[{\"policy\":\"key\",\"limit\":1,\"remaining\":-1,\"reset\":1,\"window\":1}]}"
            })
    void aBodyThatIsNotAsItShouldBeIsNoAnswer(String body) throws IOException {
        try (ScriptedServer server = new ScriptedServer(Fate.answer(200, body))) {
            assertThat(ask(server, 1)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNoAnswer() throws IOException {
        String filler = " ".repeat(BoundedBody.MOST_BYTES);
        try (ScriptedServer server = new ScriptedServer(Fate.answer(200, GOOD + filler))) {
            assertThat(ask(server, 1)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void aScopeThatIsNoStringGrantsNothing() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(Fate.answer(200, "{\"active\":true,\"scope\":[\"calls:read\"]}"))) {
            assertThat(((Active) ask(server, 1)).scopes()).isEmpty();
        }
    }

    @Test
    void anInactiveAnswerTellsWhatIsDisclosed() throws IOException {
        String body = "{\"active\":false,\"error\":\"insufficient_scope\",\"missing_scope\":\"b a\",\"retry_after\":3}";
        try (ScriptedServer server = new ScriptedServer(Fate.answer(200, body))) {
            Inactive inactive = (Inactive) ask(server, 1);

            assertThat(inactive.error()).contains("insufficient_scope");
            assertThat(inactive.missingScopes()).containsExactly("a", "b");
            assertThat(inactive.retryAfter()).hasValue(3);
        }
    }

    @Test
    void anOutageIsOneLineAtItsBeginningAndOneAtItsEnd() throws IOException {
        Fate bad = Fate.answer(500, "the key was sk_live_a&b");
        try (ScriptedServer server =
                new ScriptedServer(bad, bad, bad, Fate.answer(200, GOOD), Fate.answer(200, GOOD))) {
            Introspection introspection = introspection(server.uri());
            for (int call = 0; call < 5; call++) {
                introspection.ask(QUESTION, 1);
            }
        }

        assertThat(log).hasSize(2);
        assertThat(log.get(0)).contains("status 500").doesNotContain("sk_live").doesNotContain("cret");
        assertThat(log.get(1)).contains("again");
    }

    private Answer ask(ScriptedServer server, int cost) {
        return introspection(server.uri()).ask(QUESTION, cost);
    }

    private Introspection introspection(URI uri) {
        return introspection(uri, () -> "s%cret é");
    }

    private Introspection introspection(URI uri, Supplier<String> secret) {
        ApiKeyConfiguration configuration = ApiKeyConfiguration.at(uri)
                .client("demo:api", secret)
                .requestTimeout(Duration.ofSeconds(2))
                .build();
        return new HttpIntrospection(configuration, new OutageLog(logger, uri, Clock.systemUTC()));
    }
}
