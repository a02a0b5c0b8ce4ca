package dev.apikeys.keycloak.leak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.core.key.SigningKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpStatus;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/**
 * Gets the document of public keys from where it is published.
 *
 * @param longest how long all of it may take: a server that sends a byte now and then keeps the bounds of a connection
 */
record KeysDownload(CloseableHttpClient client, Duration longest) {

    private static final Logger LOG = Logger.getLogger(KeysDownload.class);
    private static final int MOST_BYTES = 64 * 1024;

    /** An address may be answered by nobody else than the one who has its certificate. */
    private static final RequestConfig CAREFUL = RequestConfig.custom()
            .setConnectionRequestTimeout(5_000)
            .setConnectTimeout(5_000)
            .setSocketTimeout(5_000)
            .setRedirectsEnabled(false)
            .build();

    /** Empty when there is no good answer. */
    Optional<SigningKeys> from(URI address) {
        HttpGet request = new HttpGet(address);
        request.setConfig(CAREFUL);
        CompletableFuture<Void> over = new CompletableFuture<>();
        var unused = over.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).whenCompleteAsync((nothing, late) -> {
            if (late != null) {
                request.abort();
            }
        });
        try (CloseableHttpResponse response = client.execute(request)) {
            int status = response.getStatusLine().getStatusCode();
            Optional<SigningKeys> keys = status == HttpStatus.SC_OK ? keysIn(response) : Optional.empty();
            if (keys.isEmpty()) {
                LOG.warnf("GitHub's public keys were not fetched from %s: status %d without keys", address, status);
            }
            return keys;
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "GitHub's public keys were not fetched from %s: %s",
                    address, e.getClass().getName());
            return Optional.empty();
        } finally {
            over.complete(null);
        }
    }

    private static Optional<SigningKeys> keysIn(CloseableHttpResponse response) throws IOException {
        try (InputStream body = response.getEntity().getContent()) {
            JsonNode json = JsonSerialization.mapper.readTree(body.readNBytes(MOST_BYTES));
            Map<String, String> pems = new LinkedHashMap<>();
            json.path("public_keys")
                    .forEach(entry -> pems.putIfAbsent(
                            entry.path("key_identifier").asText(""),
                            entry.path("key").asText("")));
            return SigningKeys.usable(pems);
        }
    }
}
