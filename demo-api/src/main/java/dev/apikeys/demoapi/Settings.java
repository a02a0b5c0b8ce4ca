package dev.apikeys.demoapi;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the environment says. */
record Settings(Map<String, String> environment) {

    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    /** {@code API_BIND}, loopback unless set. */
    String bind() {
        return text("API_BIND").orElse("127.0.0.1");
    }

    /** {@code API_PORT}, 8081 unless set; 0 takes a free one. */
    int port() {
        String port = text("API_PORT").orElse("8081");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("API_PORT=" + port + " is no port: a number from 0 to 65535");
        }
        return Integer.parseInt(port);
    }

    /** {@code INTROSPECTION_URI}, else that of the realm that {@code KEYCLOAK_ISSUER} names. */
    URI introspection() {
        return URI.create(text("INTROSPECTION_URI")
                .orElseGet(() -> required("KEYCLOAK_ISSUER").replaceFirst("/+$", "")
                        + "/protocol/openid-connect/token/introspect"));
    }

    /** {@code CLIENT_ID}, {@code demo-api} unless set. */
    String clientId() {
        return text("CLIENT_ID").orElse("demo-api");
    }

    /** {@code CLIENT_SECRET}. */
    String clientSecret() {
        return required("CLIENT_SECRET");
    }

    /** {@code TRUSTED_PROXIES}: addresses and ranges, separated by commas or spaces. */
    String[] trustedProxies() {
        return Arrays.stream(text("TRUSTED_PROXIES").orElse("").split("[, ]+"))
                .filter(range -> !range.isEmpty())
                .toArray(String[]::new);
    }

    /** {@code CORS_ORIGINS}: whose scripts may call the API, as browsers write origins; separated by commas or spaces. */
    Set<String> corsOrigins() {
        Set<String> origins = Arrays.stream(text("CORS_ORIGINS").orElse("").split("[, ]+"))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        origins.stream().filter(origin -> !ORIGIN.matcher(origin).matches()).forEach(origin -> {
            throw new IllegalArgumentException("CORS_ORIGINS=" + origin
                    + " is no origin: http or https, host and port, such as https://id.example.com");
        });
        return origins;
    }

    /** {@code CACHE_SECONDS}, 0 unless set. */
    int cacheSeconds() {
        return text("CACHE_SECONDS").map(Integer::parseInt).orElse(0);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("The variable " + name + " is not set"));
    }
}
