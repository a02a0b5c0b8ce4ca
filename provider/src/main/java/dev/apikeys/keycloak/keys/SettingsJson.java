package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Parsed;
import dev.apikeys.core.Violation;
import dev.apikeys.core.limit.RateLimit;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.core.settings.Setting;
import dev.apikeys.core.usage.OutcomeNames;
import dev.apikeys.core.usage.OutcomeRates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** Settings as JSON: flags and numbers as such, everything else in the text form of its realm attribute. */
public final class SettingsJson {

    private static final Map<String, Setting<?>> BY_NAME =
            RealmSettings.ALL.stream().collect(Collectors.toMap(Setting::name, setting -> setting));

    private static final String NAMES =
            "one of " + RealmSettings.ALL.stream().map(Setting::name).collect(Collectors.joining(", "));

    private SettingsJson() {}

    /** All settings with the values that hold; what is not laid down is {@code null}. */
    public static ObjectNode write(RealmSettings settings) {
        ObjectNode json = JsonSerialization.createObjectNode();
        RealmSettings.ALL.forEach(setting -> put(json, setting.name(), settings.get(setting)));
        return json;
    }

    /**
     * The outcome of reading.
     *
     * @param attributes the realm attributes to set; empty to remove
     */
    public record Reading(Map<String, Optional<String>> attributes, List<Violation> violations) {

        /**
         * What is wrong with settings that are right by themselves: rates are made of outcomes that may be reported. Only
         * whoever writes rates is told, so that names can be taken away and their past stays readable.
         */
        public List<Violation> violationsTogether(RealmSettings before) {
            OutcomeNames names = after(RealmSettings.OUTCOMES, before);
            OutcomeRates rates = after(RealmSettings.OUTCOME_RATES, before);
            return !attributes.containsKey(RealmSettings.OUTCOME_RATES.attribute()) || rates.areMadeOf(names)
                    ? List.of()
                    : List.of(new Violation(
                            RealmSettings.OUTCOME_RATES.name(),
                            rates.toString(),
                            "rates of what the setting outcomes names: "
                                    + (names.all().isEmpty() ? "nothing" : names)));
        }

        private <T> T after(Setting<T> setting, RealmSettings before) {
            Optional<String> change = attributes.get(setting.attribute());
            return change == null
                    ? before.get(setting)
                    : change.map(setting::readOrDefault).orElseGet(setting::defaultValue);
        }
    }

    /**
     * Reads the settings to change: what is absent stays, {@code null} goes back to the default. Of what is wrong, as much is told
     * as of any other body.
     */
    public static Reading read(ObjectNode json) {
        Map<String, Optional<String>> attributes = new LinkedHashMap<>();
        JsonFields fields = new JsonFields(json);
        json.properties().forEach(field -> {
            Setting<?> setting = BY_NAME.get(field.getKey());
            JsonNode value = field.getValue();
            String text = value.isValueNode() ? value.asText() : value.toString();
            if (setting == null) {
                fields.refuse(field.getKey(), text, NAMES);
            } else if (value.isNull()) {
                attributes.put(setting.attribute(), Optional.empty());
            } else if (setting.read(text.strip()) instanceof Parsed.Bad<?> bad) {
                fields.refuse(field.getKey(), text, bad.allowed());
            } else {
                attributes.put(setting.attribute(), Optional.of(text.strip()));
            }
        });
        return new Reading(attributes, fields.violations());
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            put(json, name, optional.orElse(null));
        } else if (value instanceof Boolean flag) {
            json.put(name, flag);
        } else if (value instanceof Long number) {
            json.put(name, number);
        } else if (value instanceof List<?> limits) {
            json.put(
                    name,
                    RateLimit.format(limits.stream().map(RateLimit.class::cast).toList()));
        } else {
            json.put(name, value == null ? null : value.toString());
        }
    }
}
