package dev.apikeys.keycloak.token;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a token request asks for, narrowed to what the key carries (RFC 6749 §3.3 lets a server grant less). */
final class RequestedScopes {

    private RequestedScopes() {}

    /**
     * The scopes of the token.
     *
     * @param requested the scope parameter; absent or blank asks for everything
     * @return the scopes of the token, or empty when none of those asked for is carried by the key
     */
    static Optional<Set<String>> narrow(@Nullable String requested, Set<String> effective) {
        if (requested == null || requested.isBlank()) {
            return Optional.of(effective);
        }
        Set<String> narrowed = new TreeSet<>(Arrays.asList(requested.strip().split(" +")));
        narrowed.retainAll(effective);
        return Optional.of(narrowed).filter(names -> !names.isEmpty());
    }
}
