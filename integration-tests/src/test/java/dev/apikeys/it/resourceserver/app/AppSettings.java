package dev.apikeys.it.resourceserver.app;

import dev.apikeys.resourceserver.ApiKeyConfiguration;
import dev.apikeys.resourceserver.ApiKeyFeature;
import dev.apikeys.resourceserver.ConnectionAddress;
import dev.apikeys.resourceserver.ErrorBody;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The library as the settings want it. */
final class AppSettings {

    private AppSettings() {}

    static ApiKeyFeature feature(Map<String, String> settings, ConnectionAddress connection) {
        ApiKeyConfiguration.Builder builder = ApiKeyConfiguration.atKeycloak(
                        URI.create(settings.getOrDefault("keycloak", "")), settings.getOrDefault("realm", ""))
                .client("demo-api", () -> settings.getOrDefault("secret", "demo-api-secret"))
                .connection(connection)
                .cacheSeconds(Integer.parseInt(settings.getOrDefault("cacheSeconds", "0")))
                .requestTimeout(Duration.ofSeconds(10));
        if (settings.containsKey("trustedProxies")) {
            builder.trustedProxies(settings.getOrDefault("trustedProxies", "").split(" ", -1));
        }
        if (settings.containsKey("problem")) {
            builder.errorBody(ErrorBody.problem());
        }
        if (settings.containsKey("optional")) {
            builder.optional();
        }
        return new ApiKeyFeature(builder.build());
    }
}
