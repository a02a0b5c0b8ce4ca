package dev.apikeys.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @Test
    void clientIdAndSecretAreRead() {
        BasicCredentials credentials =
                BasicCredentials.in(line("shop%2Dbackend:a%3Ab")).orElseThrow();

        assertThat(credentials.clientId()).isEqualTo("shop-backend");
        assertThat(credentials.secret().reveal()).isEqualTo("a:b");
        assertThat(credentials).asString().doesNotContain("a:b");
    }

    /** Keycloak's own reader throws at the first, and asks the database for the others, which throws. */
    @ParameterizedTest
    @ValueSource(strings = {"%zz:x", "%:x", "x:%", "x%00:y", "x\0:y", "%0A:y"})
    void whatCannotBeReadIsBroken(String inside) {
        assertThat(BasicCredentials.in(line(inside))).isEmpty();
        assertThat(BasicCredentials.isBroken(line(inside))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic %%%", "Basic AA==", "Bearer abc", "Basic a,Basic b"})
    void whatAreNoCredentialsAtAllIsNotBroken(String line) {
        assertThat(BasicCredentials.in(line)).isEmpty();
        assertThat(BasicCredentials.isBroken(line)).isFalse();
    }

    @Property
    void anyTextIsReadOrNot(@ForAll String text) {
        assertThat(BasicCredentials.in(line(text)).isPresent() && BasicCredentials.isBroken(line(text)))
                .isFalse();
        assertThat(BasicCredentials.in("Basic " + text).isPresent() && BasicCredentials.isBroken("Basic " + text))
                .isFalse();
    }

    @Property
    void whatIsEncodedIsReadAsItWas(@ForAll String secret) {
        String text = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String line = line("client:" + URLEncoder.encode(text, StandardCharsets.UTF_8));

        assertThat(BasicCredentials.in(line)
                        .map(credentials -> credentials.secret().reveal()))
                .contains(text);
    }

    private static String line(String inside) {
        return "Basic " + Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.UTF_8));
    }
}
