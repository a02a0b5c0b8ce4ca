package dev.apikeys.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.key.SigningKeys;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GithubKeysTest {

    private static final String DOCUMENT = "{\"public_keys\":[{\"key_identifier\":\"one\",\"key\":"
            + "\"-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9MJJHnMfn2+H4xL4YaPDA4RpJqUq\\n"
            + "kCmRCBnYERxZanmcpzQSXs1X/AljlKkbJ8qpVIW4clayyef9gWhFbNHWAA==\\n-----END PUBLIC KEY-----\\n\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {"https://keys.example/x", "HTTPS://keys.example", DOCUMENT})
    void whatIsReadIsWrittenAsItWas(String text) {
        assertThat(GithubKeys.parse(text).toOptional())
                .hasValueSatisfying(keys -> assertThat(keys).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://keys.example/x", "keys.example", "https://user@keys.example", "[]"})
    void anAddressWithoutTlsIsNone(String text) {
        assertThat(GithubKeys.parse(text)).isEqualTo(Parsed.bad("an https address, or " + SigningKeys.ALLOWED));
    }

    @Test
    void aDocumentHasKeys() {
        assertThat(GithubKeys.parse("{}")).isEqualTo(Parsed.bad(SigningKeys.ALLOWED));
    }

    @ParameterizedTest
    @EnumSource
    void whatHappensIsWrittenAsItIsRead(GithubLeaks leaks) {
        assertThat(RealmSettings.GITHUB_LEAKS.read(leaks.toString()).toOptional())
                .contains(leaks);
        assertThat(Arrays.asList(GithubLeaks.values())).startsWith(GithubLeaks.OFF);
    }
}
