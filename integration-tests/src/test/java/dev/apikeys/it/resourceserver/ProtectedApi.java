package dev.apikeys.it.resourceserver;

import static io.restassured.RestAssured.given;

import dev.apikeys.it.support.Keys.NewKey;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLClassLoader;

/** The running application. */
final class ProtectedApi implements AutoCloseable {

    private final URI address;
    private final AutoCloseable server;
    private final URLClassLoader loader;

    ProtectedApi(URI address, AutoCloseable server, URLClassLoader loader) {
        this.address = address;
        this.server = server;
        this.loader = loader;
    }

    String url(String path) {
        return address + path;
    }

    /** GET with the key in {@code X-API-Key}. */
    Response get(NewKey key, String path) {
        return with(key).get(url(path));
    }

    RequestSpecification with(NewKey key) {
        return given().header("X-API-Key", key.value());
    }

    @Override
    public void close() {
        try (loader) {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
