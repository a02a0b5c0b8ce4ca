package dev.apikeys.resourceserver;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/** A key, or a token, as the caller presented it; it cannot be printed by accident. */
final class PresentedKey {

    private static final String HEADER = "X-API-Key";
    private static final String[] SCHEMES = {"apikey ", "bearer "};

    private final String value;

    PresentedKey(String value) {
        this.value = value;
    }

    /** {@code X-API-Key}, else {@code Authorization: ApiKey}, else {@code Authorization: Bearer}. */
    static Optional<PresentedKey> in(ContainerRequestContext request) {
        return header(request, HEADER)
                .or(() -> header(request, HttpHeaders.AUTHORIZATION).flatMap(PresentedKey::credentials))
                .map(PresentedKey::new);
    }

    private static Optional<String> header(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getHeaderString(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> credentials(String authorization) {
        for (String scheme : SCHEMES) {
            if (authorization.toLowerCase(Locale.ROOT).startsWith(scheme)) {
                return Optional.of(authorization.substring(scheme.length()).strip());
            }
        }
        return Optional.empty();
    }

    /** The plaintext, for the body of an introspection request and for its hash alone. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "PresentedKey[…]";
    }
}
