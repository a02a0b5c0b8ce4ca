package dev.apikeys.it.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The classes of some jars and of this JDK. */
final class ClassPool implements AutoCloseable {

    private static final String SUFFIX = ".class";

    private final Map<String, ZipFile> places = new HashMap<>();
    private final Map<String, Optional<ClassFile>> known = new HashMap<>();

    ClassPool(List<Path> jars) throws IOException {
        for (Path jar : jars) {
            ZipFile zip = new ZipFile(jar.toFile());
            zip.stream().map(ZipEntry::getName).forEach(name -> places.putIfAbsent(name, zip));
        }
    }

    /** All jars below the directory. */
    static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    Optional<ClassFile> find(String name) {
        return known.computeIfAbsent(name, this::load);
    }

    /** Whether the class or one above it declares the member. */
    boolean declares(String className, String member) {
        return find(className)
                .filter(type ->
                        type.members().contains(member) || type.parents().anyMatch(parent -> declares(parent, member)))
                .isPresent();
    }

    private Optional<ClassFile> load(String name) {
        try (InputStream stream = open(name + SUFFIX)) {
            return stream == null ? Optional.empty() : Optional.of(ClassFile.read(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable InputStream open(String entry) throws IOException {
        ZipFile zip = places.get(entry);
        return zip == null
                ? ClassLoader.getPlatformClassLoader().getResourceAsStream(entry)
                : zip.getInputStream(zip.getEntry(entry));
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : places.values()) {
            zip.close();
        }
    }
}
