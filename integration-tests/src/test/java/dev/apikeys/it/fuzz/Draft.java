package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request while it is being made: {@link Mutations} change whatever they like in it. */
final class Draft {

    /**
     * A name with a value, of a header, a query or a form.
     *
     * @param raw whether the value is sent as it is, and not percent-encoded
     */
    record Field(String name, String value, boolean raw) {

        Field(String name, String value) {
            this(name, value, false);
        }
    }

    /** How the body is delimited. */
    enum Framing {
        LENGTH,
        CHUNKED,
        LENGTH_AND_CHUNKED,
        TWO_LENGTHS,
        BROKEN_CHUNKS;

        private static final Duration MOMENT = Duration.ofSeconds(3);

        /** Whether the server can tell where the next request begins. */
        boolean isSound() {
            return this == LENGTH || this == CHUNKED;
        }

        /**
         * Whether stock Keycloak may say nothing: while it has not quite finished the answer before on the same connection,
         * it loses the error, and waits for the rest of the body; {@link StockFaultsIT} shows it.
         */
        boolean mayStayUnanswered() {
            return this == BROKEN_CHUNKS;
        }

        /** How long to wait for the answer before it is said that there is none. */
        Duration patience() {
            return mayStayUnanswered() ? MOMENT : Connection.PATIENCE;
        }
    }

    private static final Pattern OF_EXTENSION =
            Pattern.compile("(/admin)?/realms/[\\w-]+/api-keys(/((?!%2e%2e).)*)?", Pattern.DOTALL);

    /** Which part of the extension answers. */
    final String door;

    String method;
    String path;
    final List<Field> query = new ArrayList<>();
    final List<Field> headers = new ArrayList<>();
    final List<Field> form = new ArrayList<>();
    Optional<JsonNode> json = Optional.empty();

    /** Takes the place of form and JSON. */
    Optional<byte[]> bytes = Optional.empty();

    Framing framing = Framing.LENGTH;

    /** Whether a key that is shown to the door is one no more. */
    boolean endsKeys;

    private String credentials = "";

    Draft(String door, String method, String path) {
        this.door = door;
        this.method = method;
        this.path = path;
    }

    Draft query(String name, String value) {
        query.add(new Field(name, value));
        return this;
    }

    Draft header(String name, String value) {
        headers.add(new Field(name, value));
        return this;
    }

    Draft basic(String clientId, String secret) {
        return header("Authorization", BasicLine.of(clientId + ':' + secret));
    }

    Draft bearer(String token) {
        credentials = "Bearer " + token;
        return header("Authorization", credentials);
    }

    /** The values of the header lines of this name. */
    Stream<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip());
    }

    /** Whether Keycloak asks the extension; administrators have to be known for that. */
    boolean reachesTheExtension() {
        boolean known =
                !method.equals("OPTIONS") && values("Authorization").toList().equals(List.of(credentials));
        return OF_EXTENSION.matcher(path).matches() && (known || !path.startsWith("/admin"));
    }

    /** The content type follows from the first field. */
    Draft form(String name, String value) {
        if (form.isEmpty()) {
            header("Content-Type", "application/x-www-form-urlencoded");
        }
        form.add(new Field(name, value));
        return this;
    }

    Draft rawForm(String name, String value) {
        form.add(new Field(name, value, true));
        return this;
    }

    Draft json(JsonNode body) {
        json = Optional.of(body);
        return header("Content-Type", "application/json");
    }
}
