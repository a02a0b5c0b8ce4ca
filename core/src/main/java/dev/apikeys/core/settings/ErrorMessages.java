package dev.apikeys.core.settings;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.verify.DenialReason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences that a realm has in the place of the built-in ones.
 *
 * @param byCode the sentence, with names such as <code>{scope}</code> in it, by the code of the refusal
 */
public record ErrorMessages(Map<String, String> byCode) {

    /** What callers are told who may know no more than the status 403. */
    public static final String FORBIDDEN = "forbidden";

    /** The scopes that the key lacks. */
    public static final String SCOPE = "scope";

    /** How many calls the limit that is used up lets through in a window. */
    public static final String LIMIT = "limit";

    /** Seconds until the same call may be let through. */
    public static final String RETRY_AFTER = "retry_after";

    private static final int LONGEST = 200;
    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, Set<String>> NAMES = Map.of(
            DenialReason.INSUFFICIENT_SCOPE.code(), Set.of(SCOPE),
            DenialReason.RATE_LIMIT_EXCEEDED.code(), Set.of(LIMIT, RETRY_AFTER));
    private static final Set<String> CODES = Stream.concat(
                    Stream.of(FORBIDDEN), Arrays.stream(DenialReason.values()).map(DenialReason::code))
            .collect(Collectors.toSet());
    private static final String ALLOWED = "lines of code=sentence, each code once: the reason of a denial or "
            + FORBIDDEN
            + ", and at most " + LONGEST + " characters, with {" + SCOPE + "} for insufficient_scope and {" + LIMIT
            + "} and {" + RETRY_AFTER + "} for rate_limit_exceeded";

    public ErrorMessages {
        byCode = Map.copyOf(byCode);
    }

    /** Reads {@code unauthorized=Invalid API key} and further lines; blank text has none. */
    public static Parsed<ErrorMessages> parse(String text) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (String line : text.lines().filter(some -> !some.isBlank()).toList()) {
            int end = Math.max(0, line.indexOf('='));
            String code = line.substring(0, end).strip();
            String message = line.substring(end).replaceFirst("=", "").strip();
            if (!CODES.contains(code) || !isGood(code, message) || messages.put(code, message) != null) {
                return Parsed.bad(ALLOWED);
            }
        }
        return Parsed.good(new ErrorMessages(messages));
    }

    private static boolean isGood(String code, String message) {
        Set<String> names = NAMES.getOrDefault(code, Set.of());
        return !message.isEmpty()
                && message.length() <= LONGEST
                && message.chars().noneMatch(Character::isISOControl)
                && NAME.matcher(message).results().map(found -> found.group(1)).allMatch(names::contains)
                && NAME.matcher(message).replaceAll("").chars().noneMatch(c -> c == '{' || c == '}');
    }

    /**
     * The realm's sentence for a refusal.
     *
     * @param values what stands for the names
     * @return empty when there is no sentence for the code, or no value for a name in it
     */
    public Optional<String> of(String code, Map<String, String> values) {
        return Optional.ofNullable(byCode.get(code))
                .filter(message -> NAME.matcher(message).results().allMatch(found -> values.containsKey(name(found))))
                .map(message ->
                        NAME.matcher(message).replaceAll(found -> quoted(values.getOrDefault(name(found), ""))));
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    private static String quoted(String value) {
        return Matcher.quoteReplacement(value);
    }

    /** The form that {@link #parse} reads, sorted. */
    @Override
    public String toString() {
        return byCode.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(message -> message.getKey() + '=' + message.getValue())
                .collect(Collectors.joining("\n"));
    }
}
