package dev.apikeys.keycloak.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/leaked-keys.md, as it stands there. */
class OfflineChecksumTest {

    @Test
    void theDocumentedProgramTellsKeysFromWhatLooksLikeThem(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(isThere("python3"), "LEFT OUT: there is no python3 that would run docs/leaked-keys.md");
        Matcher program = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "leaked-keys.md")));
        assertThat(program.find()).isTrue();
        List<String> keys = ScannerRulesTest.keys("sk_live_=live,k-,a_b-c_=x,Zz9_-_");
        List<String> near = keys.stream()
                .flatMap(key -> Stream.of(
                        other(key, key.length() - 1),
                        other(key, 5),
                        key.substring(0, key.length() - 1),
                        "x" + key,
                        key.substring(key.length() - 38)))
                .toList();
        Path script = Files.writeString(folder.resolve("check.py"), program.group(1));
        Path input = Files.write(
                folder.resolve("input"),
                Stream.concat(near.stream(), keys.stream()).toList());
        Path output = folder.resolve("output");

        Process process = new ProcessBuilder("python3", script.toString())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readAllLines(output, StandardCharsets.US_ASCII)).isEqualTo(keys);
    }

    private static String other(String key, int place) {
        char instead = key.charAt(place) == 'A' ? 'B' : 'A';
        return key.substring(0, place) + instead + key.substring(place + 1);
    }

    private static boolean isThere(String program) {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
