package dev.apikeys.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** The header fields in which callers present keys. */
public final class KeyHeaders {

    /** The header field that has nothing but the key. */
    public static final String X_API_KEY = "X-API-Key";

    /** The scheme of the {@code Authorization} field that is for keys only. */
    public static final String API_KEY_SCHEME = "ApiKey";

    private KeyHeaders() {}

    /** What {@code X-API-Key} says, once for each field line that says something. */
    public static List<String> plain(HttpHeaders headers) {
        return lines(headers, X_API_KEY);
    }

    /** The credentials of that scheme in {@code Authorization} (RFC 9110 §11.4), whose name has no case. */
    public static List<String> authorization(HttpHeaders headers, String scheme) {
        return lines(headers, HttpHeaders.AUTHORIZATION).stream()
                .flatMap(line -> credentials(line, scheme).stream())
                .toList();
    }

    private static Optional<String> credentials(String line, String scheme) {
        int end = scheme.length();
        return line.regionMatches(true, 0, scheme, 0, end) && line.startsWith(" ", end)
                ? Optional.of(line.substring(end).strip())
                : Optional.empty();
    }

    private static List<String> lines(HttpHeaders headers, String name) {
        List<String> lines = headers.getRequestHeader(name);
        return lines == null
                ? List.of()
                : lines.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
