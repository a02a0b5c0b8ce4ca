package dev.apikeys.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;

/** The one browser of this JVM; it starts when the first test asks for it and ends with the JVM. */
final class SharedBrowser {

    /** Much more than it takes on an idle machine. */
    static final double PATIENCE_MILLIS = 60_000;

    private SharedBrowser() {}

    static Browser browser() {
        // asked each time: a test is skipped by an exception, which must not come out of a class initialiser
        Chromium.executable();
        return Holder.BROWSER;
    }

    private static final class Holder {

        static final Browser BROWSER = launch();

        private static Browser launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.executable())
                            .setArgs(Chromium.FLAGS));
        }
    }
}
