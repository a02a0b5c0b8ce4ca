package dev.apikeys.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the result of {@code kc.sh build} depends on: an equal stamp means that it need not run again. */
record BuildStamp(String text) {

    static BuildStamp of(Path distribution, List<Path> jars, Map<String, String> buildOptions) throws IOException {
        StringBuilder text = new StringBuilder(distribution.getFileName().toString()).append('\n');
        new TreeMap<>(buildOptions)
                .forEach((option, value) ->
                        text.append(option).append('=').append(value).append('\n'));
        for (Path jar : jars) {
            text.append(sha256(jar)).append("  ").append(jar.getFileName()).append('\n');
        }
        return new BuildStamp(text.toString());
    }

    boolean isIn(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(text);
    }

    void writeTo(Path file) throws IOException {
        Files.writeString(file, text);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
