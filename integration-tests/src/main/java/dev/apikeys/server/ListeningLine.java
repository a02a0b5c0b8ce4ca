package dev.apikeys.server;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two addresses that Keycloak reports when it listens: the only place where ports chosen by the system appear. */
record ListeningLine(URI server, URI management) {

    private static final Pattern LINE =
            Pattern.compile("Listening on: (http://\\S+?)\\. Management interface listening on (http://\\S+?)\\.\\s");

    static Optional<ListeningLine> in(String log) {
        Matcher matcher = LINE.matcher(log);
        return matcher.find()
                ? Optional.of(new ListeningLine(URI.create(matcher.group(1)), URI.create(matcher.group(2))))
                : Optional.empty();
    }
}
