package dev.apikeys.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the result of {@code kc.sh build} depends on: an equal stamp means that it need not run again.
 *
 * @param kind the same for all stamps that differ in the content of jars alone
 */
record BuildStamp(String kind, String text) {

    private static final int DIGITS_OF_KIND = 12;

    static BuildStamp of(Path distribution, List<Path> jars, Map<String, String> buildOptions) throws IOException {
        StringBuilder kind = new StringBuilder(distribution.toString()).append('\n');
        new TreeMap<>(buildOptions)
                .forEach((option, value) ->
                        kind.append(option).append('=').append(value).append('\n'));
        StringBuilder contents = new StringBuilder();
        for (Path jar : jars) {
            kind.append(jar.getFileName()).append('\n');
            contents.append(sha256(Files.readAllBytes(jar))).append('\n');
        }
        String ofKind = kind.toString();
        return new BuildStamp(
                sha256(ofKind.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS_OF_KIND), ofKind + contents);
    }

    boolean isIn(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(text);
    }

    void writeTo(Path file) throws IOException {
        Files.writeString(file, text);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
