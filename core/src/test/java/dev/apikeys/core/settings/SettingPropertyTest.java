package dev.apikeys.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.limit.RateLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody writes into an attribute. */
class SettingPropertyTest {

    private static final List<Setting<?>> ALL = Stream.concat(
                    RealmSettings.ALL.stream(),
                    Stream.of(
                            ClientSettings.LIMIT,
                            ClientSettings.OPEN_CHECK,
                            ClientSettings.GATEWAY,
                            ClientSettings.SELF_SERVICE,
                            ClientSettings.OPENAPI_URL,
                            ClientSettings.CONTACT))
            .toList();

    @Property
    void whatIsWrongIsNamedAndTheDefaultHolds(@ForAll("settings") Setting<?> setting, @ForAll("texts") String text) {
        Optional<Violation> violation = setting.violation(text);

        assertThat(violation.isPresent()).isEqualTo(setting.read(text.strip()) instanceof Parsed.Bad<?>);
        assertThat(violation.map(Violation::field).orElse(setting.attribute())).isEqualTo(setting.attribute());
        if (violation.isPresent()) {
            assertThat(setting.readOrDefault(text)).isEqualTo(setting.defaultValue());
            assertThat(violation.get().message()).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Property
    void whatIsReadIsReadAgainFromWhatItWrites(@ForAll("settings") Setting<?> setting, @ForAll("texts") String text) {
        Optional<?> value = setting.read(text).toOptional();

        assertThat(value.flatMap(some -> setting.read(written(some)).toOptional()))
                .isEqualTo(value);
    }

    @Property
    void aRealmNamesExactlyTheAttributesThatCannotBeRead(
            @ForAll("settings") Setting<?> setting, @ForAll("texts") String text) {
        RealmSettings settings = TestSettings.of(Map.of(setting.attribute(), text));
        boolean wrong =
                RealmSettings.ALL.contains(setting) && setting.violation(text).isPresent();

        assertThat(settings.violations()).hasSize(wrong ? 1 : 0);
    }

    /** As the attribute has it. */
    private static String written(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(SettingPropertyTest::written).orElse("");
        }
        return value instanceof List<?> limits
                ? RateLimit.format(limits.stream().map(RateLimit.class::cast).toList())
                : value.toString();
    }

    @Provide
    Arbitrary<Setting<?>> settings() {
        return Arbitraries.of(ALL);
    }

    /** Near what one of the settings allows, or far from it. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> near = Arbitraries.of(
                        "sk_live_",
                        "=live",
                        "true",
                        "false",
                        "1",
                        "0",
                        "60",
                        "/minute",
                        "/10s",
                        ",",
                        "problem",
                        "closed",
                        "sent",
                        "read",
                        "=",
                        "(",
                        ")",
                        "+",
                        "/",
                        "https://",
                        "example.com",
                        ":",
                        "@",
                        "[::1]",
                        " ",
                        "\u0000",
                        "%",
                        "é",
                        "\ud800",
                        "9999999999")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(near, near, Arbitraries.strings());
    }
}
