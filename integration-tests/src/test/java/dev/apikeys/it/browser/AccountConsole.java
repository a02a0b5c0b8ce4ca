package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.apikeys.it.support.TestRealm;

/** The account console of a test's realm in a browser window of its own, as one user sees it. */
final class AccountConsole extends ConsoleWindow {

    private final TestRealm realm;

    private AccountConsole(TestRealm realm, ColorScheme colours) {
        super(colours, "/api-keys/account");
        this.realm = realm;
    }

    /** Logs in as a user of the realm whose password is the name, and is at the user's keys. */
    static AccountConsole open(TestRealm realm, String username) {
        return open(realm, username, ColorScheme.LIGHT);
    }

    static AccountConsole open(TestRealm realm, String username, ColorScheme colours) {
        AccountConsole console = new AccountConsole(realm, colours);
        return console.entering(() -> {
            console.goTo("/api-keys");
            console.logIn(username);
        });
    }

    /** Is at the keys of a user in a session that an administrator opens in the user's name. */
    static AccountConsole impersonating(TestRealm realm, String username) {
        AccountConsole console = new AccountConsole(realm, ColorScheme.LIGHT);
        return console.entering(() -> {
            console.page()
                    .context()
                    .request()
                    .post(
                            realm.users().member(username) + "/impersonation",
                            RequestOptions.create().setHeader("Authorization", "Bearer " + realm.adminToken()));
            console.goTo("/api-keys");
        });
    }

    private AccountConsole entering(Runnable way) {
        try {
            way.run();
            assertThat(byTestId("api-keys-title")).isVisible();
            return this;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Asks anew for an address below that of the console, such as {@code /api-keys}. */
    void goTo(String path) {
        page().navigate(url(path));
    }

    String url(String path) {
        return realm.realmUrl("/account" + path);
    }

    /** An entry of the console's menu, by what its address ends with. */
    Locator entry(String path) {
        return page().locator("nav a[href$='/account/" + path + "']");
    }

    /** Opens the form, which knows the only client that there is. */
    void beginKey(String name) {
        byTestId("api-keys-create").first().click();
        assertThat(page().locator("#api-key-client")).hasValue("shop-backend");
        page().locator("#api-key-name").fill(name);
        page().locator("#api-key-grant-scopes").check();
        page().locator("[id='api-key-scope-calls:read']").check();
    }

    /** Copies the value that is shown, and closes the dialog. */
    String takeValue() {
        String value = byTestId("api-key-value").inputValue();
        byTestId("api-key-value-copy").click();
        byTestId("api-key-done").click();
        assertThat(byTestId("api-key-value-dialog")).hasCount(0);
        return value;
    }
}
