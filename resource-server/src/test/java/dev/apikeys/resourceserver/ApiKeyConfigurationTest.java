package dev.apikeys.resourceserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyConfigurationTest {

    @Test
    void keycloakAndRealmNameTheEndpoint() {
        assertThat(ApiKeyConfiguration.atKeycloak(URI.create("https://id.example.com/auth/"), "my realm")
                        .client("api", () -> "s")
                        .build()
                        .introspectionUri())
                .isEqualTo(URI.create(
                        "https://id.example.com/auth/realms/my%20realm/protocol/openid-connect/token/introspect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://id.example.com", "/realms/demo", "mailto:a@b.c", "http://user@id.example.com/"})
    void anAddressThatCannotBeAskedIsRefused(String address) {
        assertThatThrownBy(() -> ApiKeyConfiguration.at(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address);
    }

    @Test
    void aWrongSettingIsRefusedByName() {
        refused("cacheSeconds", builder -> builder.cacheSeconds(-1));
        refused("cacheSeconds", builder -> builder.cacheSeconds(301));
        refused("client", builder -> builder.client(" ", () -> "s"));
        refused("requestTimeout", builder -> builder.requestTimeout(Duration.ZERO));
        refused("connectTimeout", builder -> builder.connectTimeout(Duration.ofSeconds(-1)));
        refused("trustedProxies", builder -> builder.trustedProxies("proxy.example.com"));
    }

    @Test
    void aClientIsRequired() {
        assertThatThrownBy(() -> builder().build()).hasMessageContaining("client");
    }

    @Test
    void whatIsBuiltStaysAsItIs() {
        ApiKeyConfiguration.Builder builder = builder().client("api", () -> "s").cacheSeconds(5);
        ApiKeyConfiguration built = builder.build();
        builder.cacheSeconds(7);

        assertThat(built.cacheSeconds()).isEqualTo(5);
    }

    @Test
    void nothingThatWasSetIsLost() {
        CallerAddress callerAddress = request -> Optional.empty();
        ApiKeyConfiguration built = builder()
                .client("api", () -> "s")
                .callerAddress(callerAddress)
                .connectTimeout(Duration.ofMillis(11))
                .requestTimeout(Duration.ofMillis(12))
                .cacheSeconds(13)
                .errorBody(ErrorBody.problem())
                .challengeRealm("calls")
                .optional()
                .build();

        assertThat(built.clientId()).isEqualTo("api");
        assertThat(built.clientSecret().get()).isEqualTo("s");
        assertThat(built.callerAddress()).isSameAs(callerAddress);
        assertThat(built.connectTimeout()).isEqualTo(Duration.ofMillis(11));
        assertThat(built.requestTimeout()).isEqualTo(Duration.ofMillis(12));
        assertThat(built.cacheSeconds()).isEqualTo(13);
        assertThat(built.errorBody().mediaType()).isEqualTo("application/problem+json");
        assertThat(built.challengeRealm()).isEqualTo("calls");
        assertThat(built.optional()).isTrue();
    }

    private static void refused(String setting, UnaryOperator<ApiKeyConfiguration.Builder> change) {
        assertThatThrownBy(() -> change.apply(builder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(setting);
    }

    private static ApiKeyConfiguration.Builder builder() {
        return ApiKeyConfiguration.at(URI.create("https://id.example.com/introspect"));
    }
}
