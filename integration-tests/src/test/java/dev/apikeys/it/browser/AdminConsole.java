package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The admin console of a test's realm in a browser window of its own, as one administrator sees it. */
final class AdminConsole implements AutoCloseable {

    private final TestRealm realm;
    private final BrowserContext window;
    private final Page page;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private boolean closing;

    private AdminConsole(TestRealm realm, BrowserContext window) {
        this.realm = realm;
        this.window = window;
        this.page = window.newPage();
        window.setDefaultTimeout(SharedBrowser.PATIENCE_MILLIS);
        page.onConsoleMessage(message -> warnings.add(message.text()));
        page.onPageError(warnings::add);
        page.route(url -> url.contains("/admin/realms/"), this::record);
    }

    /** Logs in as a user of the realm whose password is the name. */
    static AdminConsole open(TestRealm realm, String username) {
        return open(realm, username, ColorScheme.LIGHT);
    }

    static AdminConsole open(TestRealm realm, String username, ColorScheme colours) {
        Browser browser = SharedBrowser.browser();
        AdminConsole console = new AdminConsole(
                realm,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setColorScheme(colours)
                        .setPermissions(List.of("clipboard-read", "clipboard-write"))));
        try {
            console.logIn(username);
        } catch (RuntimeException | Error e) {
            console.close();
            throw e;
        }
        return console;
    }

    private void logIn(String username) {
        page.navigate(realm.adminUrl("").replace("/realms/" + realm.name(), "/" + realm.name() + "/console/"));
        page.locator("#username").fill(username);
        page.locator("#password").fill(username);
        page.locator("#kc-login").click();
        assertThat(page.locator("#nav-item-realms, #nav-item-clients, .keycloak__dashboard_icon")
                        .first())
                .isVisible();
    }

    Page page() {
        return page;
    }

    /** Follows the entry of the navigation to the realm's keys. */
    void openKeys() {
        page.locator("#nav-item-api-keys").click();
        assertThat(byTestId("api-keys-title")).isVisible();
    }

    /** Follows the name of a key in the list to its page. */
    void openKey(String name) {
        row(name).locator("a").click();
        assertThat(byTestId("api-key-title")).hasText(name);
    }

    /** Goes to an address below that of the realm, such as {@code /clients}. */
    void goTo(String path) {
        page.evaluate("hash => { location.hash = hash }", "#/" + realm.name() + path);
    }

    Locator byTestId(String id) {
        return page.getByTestId(id);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The row of the key in the list. */
    Locator row(String name) {
        return byTestId("api-keys-table")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.getByText(name)));
    }

    /** Opens the menu of the key's row and chooses an action. */
    void act(String name, String action) {
        row(name).locator("button.pf-v5-c-menu-toggle").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action))
                .click();
    }

    /** Everything that the admin REST API has answered since the last call. */
    List<String> takeAnswers() {
        List<String> taken = List.copyOf(answers);
        answers.clear();
        return taken;
    }

    /** What the pages have written to the browser's console. */
    List<String> warnings() {
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
    public void close() {
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
