package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Inactive;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the body of an introspection answer; what is not as RFC 7662 §2.2 or the extension has it, is no answer. */
final class AnswerReader {

    private AnswerReader() {}

    static Answer read(byte[] body) throws JsonException {
        if (!(JsonReader.read(text(body)) instanceof Map<?, ?> map)) {
            throw new JsonException("No object", 0);
        }
        @SuppressWarnings("unchecked") // the reader makes maps with names only
        Map<String, @Nullable Object> claims = (Map<String, @Nullable Object>) map;
        if (!(claims.get("active") instanceof Boolean active)) {
            throw new JsonException("No boolean 'active'", 0);
        }
        List<RateLimit> limits = limits(claims.get("rate_limit"));
        return active
                ? new Active(words(claims.get("scope")), claims, limits, wholeNumber(claims.get("exp")))
                : new Inactive(
                        string(claims.get("error")),
                        words(claims.get("missing_scope")),
                        wholeNumber(claims.get("retry_after")),
                        limits);
    }

    private static String text(byte[] body) throws JsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("No UTF-8", 0);
        }
    }

    private static Optional<String> string(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A scope that is no string grants nothing. */
    private static Set<String> words(@Nullable Object value) {
        Set<String> words = new TreeSet<>();
        string(value).ifPresent(text -> words.addAll(Arrays.asList(text.split(" "))));
        words.remove("");
        return words;
    }

    private static OptionalLong wholeNumber(@Nullable Object value) throws JsonException {
        return value == null ? OptionalLong.empty() : OptionalLong.of(required(value));
    }

    private static List<RateLimit> limits(@Nullable Object value) throws JsonException {
        List<RateLimit> limits = new ArrayList<>();
        if (value instanceof List<?> entries) {
            for (Object entry : entries) {
                limits.add(limit(entry));
            }
        } else if (value != null) {
            throw new JsonException("'rate_limit' is no list", 0);
        }
        return List.copyOf(limits);
    }

    private static RateLimit limit(@Nullable Object entry) throws JsonException {
        if (!(entry instanceof Map<?, ?> limit && limit.get("policy") instanceof String policy)) {
            throw new JsonException("A rate limit without policy", 0);
        }
        return new RateLimit(
                policy,
                required(limit.get("limit")),
                required(limit.get("remaining")),
                required(limit.get("reset")),
                required(limit.get("window")));
    }

    private static long required(@Nullable Object value) throws JsonException {
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw new JsonException("No whole number where one is needed", 0);
    }
}
