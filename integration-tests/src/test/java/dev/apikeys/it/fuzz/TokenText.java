package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** JSON Web Tokens that nobody has signed, from both sides. */
final class TokenText {

    private TokenText() {}

    /** A token that says so. */
    static String of(String claims) {
        return encoded("{\"alg\":\"RS256\",\"kid\":\"a\"}") + '.' + encoded(claims) + ".AA";
    }

    /** Whether the last word of the line is a token that can be read. */
    static boolean isIn(String line) {
        return claims(line).isPresent();
    }

    /** Whether the token in the line has the claim. */
    static boolean names(String line, String claim) {
        return claims(line).filter(claims -> claims.hasNonNull(claim)).isPresent();
    }

    private static Optional<JsonNode> claims(String line) {
        String[] parts = line.substring(line.lastIndexOf(' ') + 1).split("\\.", -1);
        return parts.length == 3 ? decoded(parts[1]).flatMap(Judge::json) : Optional.empty();
    }

    private static Optional<String> decoded(String part) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
