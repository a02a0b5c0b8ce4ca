package dev.apikeys.it.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds a browser on this machine. Without one, tests are skipped with a printed reason, unless {@code
 * -Dapikeys.browser.required=true} makes them fail instead.
 */
final class Chromium {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** Needed in containers, and nothing that calls home. */
    static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    /** The executable, which {@code -Dapikeys.chromium=…} may name. */
    static Path executable() {
        Optional<Path> found = Stream.concat(
                        Optional.ofNullable(System.getProperty("apikeys.chromium"))
                                .filter(path -> !path.isBlank())
                                .stream(),
                        USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String reason = "no Chromium on this machine (Debian: apt-get install chromium)";
            if (Boolean.getBoolean("apikeys.browser.required")) {
                throw new AssertionError(reason);
            }
            System.out.println("Browser tests are skipped: " + reason);
            Assumptions.abort(reason);
        }
        return found.orElseThrow();
    }
}
