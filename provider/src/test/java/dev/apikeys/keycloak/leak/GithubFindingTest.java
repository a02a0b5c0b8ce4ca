package dev.apikeys.keycloak.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GithubFindingTest {

    private static final String TOKEN = "sk_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk";

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b/blob/main/.env, https://github.com/a/b/blob/main/.env",
        "https://user:secret@github.com:8443/a?x=1#L1, https://github.com/a",
        "https://github.com, https://github.com"
    })
    void thePlaceIsSchemeHostAndPathAlone(String url, String place) {
        assertThat(of(url, "").url()).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://github.com/a",
                "javascript:alert(1)",
                "https:/a",
                "https://github.com/a b",
                "https://github.com/a\nb",
                "https://github.com/" + TOKEN + ".txt",
                "https://github.com/%73k_live_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk",
                "https://github.com/sk%255flive_7f9a2bXw0QdR5tYz8KmN3pLcV6hJ1gSe0pp4Qk",
                "https://github.com/%73k_test_00000000000000000000000000000000000000.txt",
                "https://github.com/%25252525252525252541"
            })
    void nothingElseIsAPlace(String url) {
        assertThat(of(url, "").url()).isEmpty();
    }

    @Test
    void aForeignValueInThePlaceIsFoundBehindItsEncoding() {
        for (String url : List.of("https://a.b/old!key#x", "https://a.b/old%21key", "https://a.b/%6fld%2521key")) {
            assertThat(GithubFinding.of("old!key", "type", url, "").url())
                    .as(url)
                    .isEmpty();
        }
        assertThat(GithubFinding.of("old+key", "type", "https://a.b/old+key", "")
                        .url())
                .isEmpty();
        assertThat(GithubFinding.of("old!key", "type", "https://a.b/100%25/a%20b", "")
                        .url())
                .contains("https://a.b/100%25/a%20b");
    }

    @Test
    void nothingLongIsAPlace() {
        assertThat(of("https://github.com/" + "a".repeat(500), "").url()).isEmpty();
    }

    @Test
    void aSourceIsAWord() {
        assertThat(of("", "Pull_request_comment").source()).contains("Pull_request_comment");
        assertThat(of("", "<b>").source()).isEmpty();
        assertThat(of("", TOKEN).source()).isEmpty();
    }

    private static GithubFinding of(String url, String source) {
        return GithubFinding.of(TOKEN, "type", url, source);
    }
}
