package dev.apikeys.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeNameTest {

    @ParameterizedTest
    @CsvSource({
        "calls:read, calls, read",
        "urn:example:calls:read, urn:example:calls, read",
        "offline_access, '', offline_access",
        ":read, '', read",
        "calls:, calls, ''",
        "calls:*, calls, *",
        "'', '', ''"
    })
    void aNameIsTakenApartAtItsLastColon(String name, String resource, String action) {
        assertThat(ScopeName.parse(name)).isEqualTo(new ScopeName(resource, action));
    }
}
