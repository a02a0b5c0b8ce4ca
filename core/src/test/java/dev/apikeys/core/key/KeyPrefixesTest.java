package dev.apikeys.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apikeys.core.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPrefixesTest {

    private static final KeyPrefixes PREFIXES = read("cs_key_, sk_live_=live ,sk_test_=test,pk_live_=live");

    @Test
    void theFirstPrefixIsTheDefault() {
        assertThat(PREFIXES.defaultPrefix()).isEqualTo(new KeyPrefix("cs_key_", Optional.empty()));
    }

    @Test
    void spacesAroundAPrefixDoNotCount() {
        assertThat(PREFIXES).hasToString("cs_key_,sk_live_=live,sk_test_=test,pk_live_=live");
    }

    @Test
    void anEnvironmentHasTheFirstPrefixThatNamesIt() {
        assertThat(PREFIXES.forEnvironment("live")).contains(new KeyPrefix("sk_live_", Optional.of("live")));
        assertThat(PREFIXES.forEnvironment("test")).contains(new KeyPrefix("sk_test_", Optional.of("test")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "Live", ""})
    void anUnknownEnvironmentHasNoPrefix(String environment) {
        assertThat(PREFIXES.forEnvironment(environment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cs_key_, true",
        "sk_test_not-well-formed, true",
        "pk_test_x, false",
        "CS_KEY_x, false",
        "xcs_key_, false",
        "eyJhbGciOiJub25lIn0.e30., false"
    })
    void aRealmClaimsWhatBeginsWithOneOfItsPrefixes(String text, boolean claimed) {
        assertThat(PREFIXES.claims(KeyValue.of(text))).isEqualTo(claimed);
    }

    @Test
    void theEnvironmentsAreListedForMessages() {
        assertThat(read("cs_key_,sk_live_=live,sk_test_=test").environments()).isEqualTo("live, test");
    }

    @Test
    void aRealmWithoutEnvironmentsSaysSo() {
        assertThat(read("cs_key_").environments()).isEqualTo("none: the prefixes of this realm name no environment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "sk_live_=live,", ",sk_live_=live", "sk_live_=live;sk_test_=test", "sk_live_,x"})
    void aListWithAnythingElseIsRefused(String text) {
        assertThat(KeyPrefixes.parse(text)).isEqualTo(Parsed.bad("a comma-separated list of " + KeyPrefix.ALLOWED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_,sk_", "sk_=live,sk_=test", "sk_=live,sk_"})
    void aPrefixOccursOnce(String text) {
        assertThat(KeyPrefixes.parse(text)).isEqualTo(Parsed.bad("every prefix once, in a comma-separated list"));
    }

    @Test
    void laterChangesOfTheListDoNotReachThePrefixes() {
        List<KeyPrefix> list = new ArrayList<>(PREFIXES.all());
        KeyPrefixes prefixes = new KeyPrefixes(list);
        list.clear();

        assertThat(prefixes).isEqualTo(PREFIXES);
        assertThatThrownBy(() -> prefixes.all().remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static KeyPrefixes read(String text) {
        return KeyPrefixes.parse(text).toOptional().orElseThrow();
    }
}
