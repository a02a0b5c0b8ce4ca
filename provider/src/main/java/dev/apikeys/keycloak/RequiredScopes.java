package dev.apikeys.keycloak;

import dev.apikeys.core.Parsed;
import dev.apikeys.keycloak.keys.WithoutKeys;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The scopes that an operation needs, all of them, as a resource server or gateway names them. */
public final class RequiredScopes {

    private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private RequiredScopes() {}

    /** The names between the spaces. */
    public static Set<String> words(String scope) {
        return Arrays.stream(scope.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** The same, when all of them can be names of scopes (RFC 6749 §3.3); blank text names none. */
    public static Parsed<Set<String>> read(String scope) {
        Set<String> words = words(scope);
        return words.stream().allMatch(RequiredScopes::isName)
                ? Parsed.good(words)
                : Parsed.bad("names of scopes with spaces in between, printable ASCII without quotes and backslashes");
    }

    /** A key that stands there by mistake would be repeated in the challenge. */
    private static boolean isName(String word) {
        return SCOPE_TOKEN.matcher(word).matches() && !WithoutKeys.isIn(word);
    }
}
