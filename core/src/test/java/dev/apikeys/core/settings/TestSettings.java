package dev.apikeys.core.settings;

import java.util.Map;
import java.util.Optional;

/** Settings of a realm whose attributes a test writes down. */
final class TestSettings {

    private TestSettings() {}

    static RealmSettings of(Map<String, String> attributes) {
        return new RealmSettings(name -> Optional.ofNullable(attributes.get(name)));
    }
}
