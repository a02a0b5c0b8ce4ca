package dev.apikeys.it.scopes;

import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the user storage in {@code federation/TestUserStorage.java} against the Keycloak under test. */
final class TestUsersJar {

    private static final String SOURCE = "/federation/TestUserStorage.java";
    private static final String FACTORY = "dev.apikeys.it.federation.TestUserStorage";
    private static final String SERVICE = "META-INF/services/org.keycloak.storage.UserStorageProviderFactory";

    private TestUsersJar() {}

    static Path build() {
        try {
            Path work = Workspace.current().work();
            Files.createDirectories(work);
            Path classes = Files.createTempDirectory(work, "test-users");
            compile(classes);
            Path service = classes.resolve(SERVICE);
            Files.createDirectories(Objects.requireNonNull(service.getParent()));
            Files.writeString(service, FACTORY);
            return pack(classes, work.resolve("test-users.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            null,
                            files,
                            null,
                            List.of("--release", "17", "-d", classes.toString(), "-classpath", keycloak()),
                            null,
                            files.getJavaFileObjects(source()))
                    .call();
            if (!done) {
                throw new IllegalStateException(SOURCE + " does not compile");
            }
        }
    }

    private static Path source() {
        try {
            return Path.of(Objects.requireNonNull(TestUsersJar.class.getResource(SOURCE))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keycloak() throws IOException {
        try (Stream<Path> jars = Files.list(Workspace.current().distribution().resolve("lib/lib/main"))) {
            return jars.map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }

    /** The same classes make the same jar, so that the server need not be built again. */
    private static Path pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                JarEntry entry = new JarEntry(classes.relativize(path).toString());
                entry.setTime(0);
                packed.putNextEntry(entry);
                try (InputStream content = Files.newInputStream(path)) {
                    content.transferTo(packed);
                }
                packed.closeEntry();
            }
        }
        return jar;
    }
}
