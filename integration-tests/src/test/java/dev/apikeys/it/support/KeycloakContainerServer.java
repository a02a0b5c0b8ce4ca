package dev.apikeys.it.support;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import dev.apikeys.server.RunningKeycloak;
import dev.apikeys.server.Workspace;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Keycloak's image in a container, with the jar and its own H2; it answers on loopback and ends with this JVM. */
final class KeycloakContainerServer implements RunningKeycloak {

    private static final Duration TIMEOUT = Duration.ofMinutes(7);
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC";
    private static final int PORT = 8080;
    private static final int TLS_PORT = 8443;
    private static final int MANAGEMENT_PORT = 9000;

    private final KeycloakContainer container;

    private KeycloakContainerServer(KeycloakContainer container) {
        this.container = container;
    }

    /** Returns when the server is ready; fails with what is missing when there is no engine or no image. */
    @SuppressWarnings("resource") // it ends with the JVM, as the server of the distribution does
    static RunningKeycloak start(String image) {
        try {
            KeycloakContainer container = new KeycloakContainer(image)
                    .withProviderLibsFrom(jars())
                    .withAdminUsername(ADMIN_USERNAME)
                    .withAdminPassword(ADMIN_PASSWORD)
                    .withEnv("JAVA_OPTS_APPEND", QUICK_START)
                    .withEnv("KC_LOG_LEVEL", "info,io.smallrye.health:warn")
                    .withRamPercentage(5, 25)
                    .withStartupTimeout(TIMEOUT)
                    .withCreateContainerCmdModifier(KeycloakContainerServer::onLoopback);
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-keycloak-container"));
            container.start();
            return new KeycloakContainerServer(container);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "No container of " + image
                            + " (-Pcontainers): is a Docker engine running here, and has it or can it"
                            + " pull that image? integration-tests/stand-ins/build makes a stand-in",
                    e);
        }
    }

    @Override
    public String url() {
        return address(PORT);
    }

    @Override
    public URI managementUrl() {
        return URI.create(address(MANAGEMENT_PORT));
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    private String address(int port) {
        return "http://127.0.0.1:" + container.getMappedPort(port);
    }

    private static List<File> jars() {
        File[] files = Workspace.current().providers().toFile().listFiles((directory, name) -> name.endsWith(".jar"));
        return List.of(Objects.requireNonNull(files, "the build has copied the jar"));
    }

    private static void onLoopback(CreateContainerCmd command) {
        List<PortBinding> bindings = Stream.of(PORT, TLS_PORT, MANAGEMENT_PORT)
                .map(port -> new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(port)))
                .toList();
        Objects.requireNonNull(command.getHostConfig()).withPortBindings(bindings);
    }
}
