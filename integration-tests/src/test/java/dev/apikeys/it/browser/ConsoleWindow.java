package dev.apikeys.it.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser window of its own with one of Keycloak's consoles in it; remembers what it was told. */
abstract class ConsoleWindow implements AutoCloseable {

    private final BrowserContext window;
    private final Page page;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private boolean closing;

    /**
     * Opens the window.
     *
     * @param api what is in the addresses of the REST API that the console works with
     */
    ConsoleWindow(ColorScheme colours, String api) {
        this.window = SharedBrowser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setColorScheme(colours)
                        .setPermissions(List.of("clipboard-read", "clipboard-write")));
        this.page = window.newPage();
        window.setDefaultTimeout(SharedBrowser.PATIENCE_MILLIS);
        page.onConsoleMessage(message -> warnings.add(message.text()));
        page.onPageError(warnings::add);
        page.route(url -> url.contains(api), this::record);
    }

    /** Fills in the login form, with the name as the password. */
    final void logIn(String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(username);
        page.locator("#kc-login").click();
    }

    final Page page() {
        return page;
    }

    final Locator byTestId(String id) {
        return page.getByTestId(id);
    }

    final Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The row of the key in the list. */
    final Locator row(String name) {
        return byTestId("api-keys-table")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.getByText(name)));
    }

    /** Opens the menu of the key's row and chooses an action. */
    final void act(String name, String action) {
        row(name).locator("button.pf-v5-c-menu-toggle").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action))
                .click();
    }

    /** Everything that the REST API has answered since the last call. */
    final List<String> takeAnswers() {
        List<String> taken = List.copyOf(answers);
        answers.clear();
        return taken;
    }

    /** What the pages have written to the browser's console. */
    final List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Requests that are under way while the window closes get no answer, and nobody waits for one; what is left of their
     * handling finds the window closed, too.
     */
    private void record(Route route) {
        try {
            APIResponse answer = route.fetch();
            answers.add(answer.text());
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        } catch (PlaywrightException e) {
            if (!closing) {
                throw e;
            }
        }
    }

    @Override
    public final void close() {
        closing = true;
        try {
            window.close();
        } catch (PlaywrightException e) {
            if (!String.valueOf(e.getMessage()).contains("has been closed")) {
                throw e;
            }
        }
    }
}
