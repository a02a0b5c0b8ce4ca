package dev.apikeys.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.key.KeyFormat;
import dev.apikeys.core.key.KeyPrefix;
import dev.apikeys.keycloak.outcomes.IdempotencyKey;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever stands in the lines of a header field. */
class HeaderPropertyTest {

    @Property
    void credentialsFollowTheirSchemeAndASpace(@ForAll("schemes") String scheme, @ForAll("lines") String rest) {
        List<String> found = KeyHeaders.authorization(headers(List.of(scheme + rest)), "ApiKey");
        String line = (scheme + rest).strip();
        boolean named = line.toLowerCase(Locale.ROOT).startsWith("apikey ");

        assertThat(found).hasSize(named ? 1 : 0);
        assertThat(found).allSatisfy(value -> assertThat(line).endsWith(value));
    }

    @Property
    void aLineOfItsOwnIsNeverBlank(@ForAll("lists") List<String> lines) {
        assertThat(KeyHeaders.plain(headers(lines)))
                .allSatisfy(value -> assertThat(value).isNotBlank().isEqualTo(value.strip()));
    }

    @Property
    void onlyWhatStandsLastIsWhereTheCallerIs(@ForAll("lists") List<String> lines, @ForAll("addresses") String last) {
        List<String> all =
                Stream.concat(lines.stream(), Stream.of("1.2.3.4, " + last)).toList();

        assertThat(CallerIp.forwardedBy(headers(all))).isEqualTo(IpAddress.parse(last));
    }

    @Property
    void anAddressIsReadOrThereIsNone(@ForAll("lists") List<String> lines) {
        Optional<IpAddress> address = CallerIp.forwardedBy(headers(lines));

        assertThat(address.map(IpAddress::toString).flatMap(IpAddress::parse)).isEqualTo(address);
    }

    @Property
    void aNameOfAReportIsPrintableAndNoLongerThanItsColumn(@ForAll("lists") List<String> lines) {
        IdempotencyKey.read(lines).toOptional().ifPresent(name -> assertThat(name.text())
                .matches("[ -~]{1,255}"));
    }

    @Property
    void costAndScopesAreReadOrRefused(@ForAll("lines") String text) {
        CallCost.read(text)
                .toOptional()
                .ifPresent(cost -> assertThat(cost).isBetween(0, CallCost.MOST).hasToString(text));
        RequiredScopes.read(text).toOptional().ifPresent(scopes -> assertThat(scopes)
                .allMatch(scope -> scope.matches("[!-~]+")));
    }

    @Test
    void aKeyIsNoScopeWhoeverPutItThere() {
        String key = KeyFormat.mint(new KeyPrefix("sk_live_", Optional.empty()), new SecureRandom())
                .reveal();

        assertThat(RequiredScopes.read("calls:read " + key).toOptional()).isEmpty();
        assertThat(RequiredScopes.read("calls:read").toOptional()).contains(Set.of("calls:read"));
    }

    /** Nothing but the lines. */
    private static HttpHeaders headers(List<String> lines) {
        return (HttpHeaders) Proxy.newProxyInstance(
                HeaderPropertyTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getRequestHeader");
                    return lines;
                });
    }

    @Provide
    Arbitrary<String> schemes() {
        return Arbitraries.of("ApiKey", "apikey", "APIKEY", "ApiKeyX", "Bearer", "Basic", "", " ApiKey", "ApiKeı");
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> near = Arbitraries.of(
                        " ",
                        ",",
                        ";",
                        "\"",
                        "=",
                        "\t",
                        "for=",
                        "1.2.3.4",
                        "::1",
                        "unknown",
                        "sk_live_",
                        "1000",
                        "0",
                        "a:b",
                        "%00",
                        "é",
                        "\u0000",
                        "\\")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(near, Arbitraries.strings());
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return lines().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of("1.2.3.4", "::1", "2001:db8::7", "unknown", "1.2.3.4:80", "[::1]", "", "for=1.2.3.4");
    }
}
