package dev.apikeys.resourceserver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** What an answer is remembered by: never the key's value, but its SHA-256. */
record AnswerKey(String keyDigest, Set<String> scopes, Optional<String> callerIp) {

    static AnswerKey of(Question question) {
        return new AnswerKey(digest(question.key()), question.scopes(), question.callerIp());
    }

    private static String digest(PresentedKey key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(key.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
