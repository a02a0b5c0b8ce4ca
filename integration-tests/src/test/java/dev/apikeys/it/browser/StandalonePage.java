package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The page beside the console in a browser window of its own. */
final class StandalonePage implements AutoCloseable {

    private final BrowserContext window;
    private final Page page;
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private StandalonePage(BrowserContext window) {
        this.window = window;
        this.page = window.newPage();
        window.setDefaultTimeout(SharedBrowser.PATIENCE_MILLIS);
        page.onConsoleMessage(message -> warnings.add(message.text()));
        page.onPageError(warnings::add);
    }

    /** Asks for the page with what stands behind its address, such as a hash. */
    static StandalonePage open(TestRealm realm, String locale, ColorScheme colours, String rest) {
        StandalonePage opened = new StandalonePage(SharedBrowser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale(locale)
                        .setColorScheme(colours)
                        .setPermissions(List.of("clipboard-read", "clipboard-write"))));
        opened.page.navigate(realm.realmUrl("/api-keys/ui") + rest);
        return opened;
    }

    /** Logs in as a user of the realm whose password is the name. */
    StandalonePage logIn(String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(username);
        page.locator("#kc-login").click();
        assertThat(byTestId("api-keys-username")).hasText(username);
        return this;
    }

    Page page() {
        return page;
    }

    Locator byTestId(String id) {
        return page.getByTestId(id);
    }

    Locator row(String name) {
        return byTestId("api-keys-table")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.getByText(name)));
    }

    /** What the browser has said about the page, such as what its policy has blocked. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        window.close();
    }
}
