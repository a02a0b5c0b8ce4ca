package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.TestRealm;

/** The admin console of a test's realm in a browser window of its own, as one administrator sees it. */
final class AdminConsole extends ConsoleWindow {

    private final TestRealm realm;

    private AdminConsole(TestRealm realm, ColorScheme colours) {
        super(colours, "/admin/realms/");
        this.realm = realm;
    }

    /** Logs in as a user of the realm whose password is the name. */
    static AdminConsole open(TestRealm realm, String username) {
        return open(realm, username, ColorScheme.LIGHT);
    }

    static AdminConsole open(TestRealm realm, String username, ColorScheme colours) {
        AdminConsole console = new AdminConsole(realm, colours);
        try {
            console.enter(username);
        } catch (RuntimeException | Error e) {
            console.close();
            throw e;
        }
        return console;
    }

    private void enter(String username) {
        page().navigate(realm.adminUrl("").replace("/realms/" + realm.name(), "/" + realm.name() + "/console/"));
        logIn(username);
        assertThat(page().locator("#nav-item-realms, #nav-item-clients, .keycloak__dashboard_icon")
                        .first())
                .isVisible();
    }

    /** Follows the entry of the navigation to the realm's keys. */
    void openKeys() {
        page().locator("#nav-item-api-keys").click();
        assertThat(byTestId("api-keys-title")).isVisible();
    }

    /** Follows the name of a key in the list to its page. */
    void openKey(String name) {
        row(name).locator("a").click();
        assertThat(byTestId("api-key-title")).hasText(name);
    }

    /** Goes to an address below that of the realm, such as {@code /clients}. */
    void goTo(String path) {
        page().evaluate("hash => { location.hash = hash }", "#/" + realm.name() + path);
    }
}
