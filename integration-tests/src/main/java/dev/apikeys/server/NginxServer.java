package dev.apikeys.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An nginx with one configuration file on a free loopback port; it ends with {@link #close()} or with this JVM. */
public final class NginxServer implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx");

    /** One process that is its own worker: it keeps this user, who owns the directories. */
    private static final String MAIN =
            """
            daemon off;
            master_process off;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log notice;
            events {}
            http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                include %1$s/api.conf;
            }
            """;

    private final GuardedProcess process;
    private final int port;

    private NginxServer(GuardedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Where nginx is installed on this machine, if it is. */
    public static Optional<Path> program() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /**
     * Returns when nginx listens.
     *
     * @param template a file for nginx's {@code http} section with names as {@code ${NAME}}
     * @param names what stands for them; {@code LISTEN} is added
     */
    public static NginxServer start(Path template, Map<String, String> names) {
        Path program = program().orElseThrow(() -> new IllegalStateException("nginx is not installed: " + PLACES));
        try {
            Path work = Files.createDirectories(Workspace.current().work());
            Path directory = Files.createTempDirectory(work, "nginx");
            int port = LoopbackPorts.free();
            Files.writeString(directory.resolve("nginx.conf"), MAIN.formatted(directory));
            Files.writeString(directory.resolve("api.conf"), filledIn(Files.readString(template), names, port));
            GuardedProcess process = GuardedProcess.start(new ProcessBuilder(
                            program.toString(),
                            "-p",
                            directory.toString(),
                            "-c",
                            directory.resolve("nginx.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("nginx.log").toFile()));
            OpenPort.await(process, port, directory.resolve("nginx.log"));
            return new NginxServer(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address with a path below it, such as {@code /calls}. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        process.close();
    }

    private static String filledIn(String template, Map<String, String> names, int port) {
        String text = template.replace("${LISTEN}", "127.0.0.1:" + port);
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace("${" + name.getKey() + "}", name.getValue());
        }
        return text;
    }
}
