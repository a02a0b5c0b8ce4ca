package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What no answer may be, whatever was asked. */
record Judge(Secrets secrets) {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /** Nothing that we send looks like this. */
    private static final List<Pattern> INSIDE = List.of(
            Pattern.compile("\\sat [a-z][\\w$]*(\\.[\\w$<>]+)+\\("),
            Pattern.compile(
                    "\\b(java|javax|jakarta|io\\.quarkus|io\\.vertx|io\\.netty|org\\.(hibernate|postgresql|h2|jboss|keycloak|infinispan)"
                            + "|com\\.fasterxml|dev\\.apikeys)\\.[a-z]\\w*\\.[\\w.]*[A-Z]"),
            Pattern.compile("\\w(Exception|Error)\\b.*:"),
            Pattern.compile(
                    "(?i)\\bselect\\s.+\\sfrom\\s|\\binsert\\s+into\\s|SQLSTATE|\\bJDBC\\b|\\bconstraint\\b.*\\bviolat"));

    /** Servers may hang up on heads that are longer. */
    private static final int LONG_HEAD = 8_000;

    /** What is wrong with the answer; empty when nothing is. */
    Optional<String> fault(Draft draft, Optional<HttpAnswer> answer) {
        if (answer.isEmpty()) {
            return mayBeHungUpOn(draft) ? Optional.empty() : Optional.of("no answer");
        }
        HttpAnswer said = answer.get();
        String text = said.text();
        if (said.status() >= 500) {
            return Optional.of(said.status() + " " + text);
        }
        if ((secrets.areIn(text) && !isStocksWordOnScopes(draft, text))
                || secrets.areIn(said.headers().toString())) {
            return Optional.of("a key in the answer: " + text);
        }
        for (Pattern inside : INSIDE) {
            if (!said.header("content-type").contains("html")
                    && inside.matcher(text).find()) {
                return Optional.of("something internal in the answer: " + text);
            }
        }
        return said.isJson()
                        && said.documents().anyMatch(document -> json(document).isEmpty())
                ? Optional.of("no JSON: " + text)
                : Optional.empty();
    }

    static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean mayBeHungUpOn(Draft draft) {
        int head = Wire.request(draft, "").length - Wire.body(draft).length;
        return !draft.framing.isSound() || head > LONG_HEAD || !hasPrintableHead(draft);
    }

    private static boolean hasPrintableHead(Draft draft) {
        return draft.headers.stream()
                        .allMatch(header -> header.value().chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t'))
                && draft.path.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Keycloak's token endpoint repeats the scopes that it does not know, to whoever has sent them. */
    private static boolean isStocksWordOnScopes(Draft draft, String text) {
        return draft.path.endsWith("/protocol/openid-connect/token")
                && text.startsWith("{\"error\":\"invalid_scope\",\"error_description\":\"Invalid scopes: ");
    }
}
