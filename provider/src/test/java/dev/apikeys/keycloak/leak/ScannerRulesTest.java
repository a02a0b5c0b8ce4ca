package dev.apikeys.keycloak.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.apikeys.core.key.KeyFormat;
import dev.apikeys.core.key.KeyPrefixes;
import dev.apikeys.core.key.KeyValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The files for secret scanners, read as the scanners do, with the regular expressions of Go: keywords first, without case, then
 * the expression, whose first group is the secret, then its entropy.
 */
class ScannerRulesTest {

    private static final Path RULES = Path.of("..", "docs", "secret-scanning");
    private static final int MANY = 10_000;

    private final List<String> keys = keys("sk_live_=live,sk_test_=test");

    enum Rule {
        GITLEAKS {
            @Override
            JsonNode read() {
                return node(new TomlMapper(), "gitleaks.toml").at("/rules/0");
            }

            @Override
            String regex(JsonNode rule) {
                assertThat(rule.path("secretGroup").intValue()).isEqualTo(1);
                return rule.path("regex").textValue();
            }
        },
        TRUFFLEHOG {
            @Override
            JsonNode read() {
                return node(new YAMLMapper(), "trufflehog.yaml").at("/detectors/0");
            }

            @Override
            String regex(JsonNode rule) {
                assertThat(rule.path("regex").size()).isEqualTo(1);
                return rule.path("regex").elements().next().textValue();
            }
        };

        abstract JsonNode read();

        abstract String regex(JsonNode rule);

        static JsonNode node(ObjectMapper mapper, String file) {
            try {
                return mapper.readTree(RULES.resolve(file).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> secrets(String text) {
            JsonNode rule = read();
            String lower = text.toLowerCase(Locale.ROOT);
            boolean worthIt = StreamSupport.stream(rule.path("keywords").spliterator(), false)
                    .anyMatch(keyword -> lower.contains(keyword.textValue()));
            List<String> found = new ArrayList<>();
            Matcher matcher = Pattern.compile(regex(rule)).matcher(worthIt ? text : "");
            while (matcher.find()) {
                if (entropy(matcher.group(1)) >= rule.path("entropy").doubleValue()) {
                    found.add(matcher.group(1));
                }
            }
            return found;
        }
    }

    /** Bits for each character, as Shannon counts them. */
    private static double entropy(String text) {
        return text.chars()
                .distinct()
                .mapToDouble(
                        c -> (double) text.chars().filter(other -> other == c).count() / text.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    static List<String> keys(String prefixes) {
        SecureRandom random = new SecureRandom();
        KeyPrefixes all = KeyPrefixes.parse(prefixes).toOptional().orElseThrow();
        return IntStream.range(0, MANY)
                .mapToObj(i -> KeyFormat.mint(all.all().get(i % all.all().size()), random))
                .map(KeyValue::reveal)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsFoundWhereverKeysAreFound(Rule rule) {
        List<String> surroundings = List.of(
                "%s",
                "{\"apiKey\":\"%s\",\"x\":1}",
                "API_KEY=%s",
                "export API_KEY='%s'",
                "key: %s # production",
                "https://api.example/calls?key=%s&limit=10",
                "https://api.example/calls?next=%%2Fcalls%%3Fkey%%3D%s%%26limit%%3D10",
                "curl -H 'X-API-Key: %s' https://api.example",
                "Authorization: Bearer %s\r",
                "2026-11-22T00:00:00Z DEBUG [x-api-key=%s, accept=*/*]",
                "String text = \"key:\\n%s\\n\";",
                "<apiKey>%s</apiKey>",
                "`%s`",
                "a,%s,b",
                "(%s)",
                "see %s.",
                "--key=%s;");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            text.append(surroundings.get(i % surroundings.size()).formatted(keys.get(i)))
                    .append('\n');
        }
        assertThat(rule.secrets(text.toString())).isEqualTo(keys);
        assertThat(rule.secrets(String.join(",", keys.subList(0, 100)))).isEqualTo(keys.subList(0, 100));
    }

    @ParameterizedTest
    @EnumSource
    void whatNearlyIsAKeyIsNotFound(Rule rule) {
        List<String> near = keys.stream()
                .limit(1_000)
                .flatMap(key -> Stream.of(
                        key.substring(0, key.length() - 1),
                        key + "0",
                        key + "_",
                        "_" + key,
                        "x" + key,
                        "my_" + key,
                        key.substring(0, 20) + "-" + key.substring(21),
                        key.substring(0, 20) + "é" + key.substring(21),
                        key.substring(0, 20) + "_" + key.substring(21),
                        key.replaceFirst("sk_", "pk_"),
                        key.replaceFirst("_(live|test)_", "_prod_"),
                        key.replaceFirst("sk_", "SK_"),
                        key.substring(8)))
                .toList();
        assertThat(rule.secrets(String.join("\n", near))).isEmpty();
        assertThat(rule.secrets("sk_live_" + "x".repeat(38))).isEmpty();
    }
}
