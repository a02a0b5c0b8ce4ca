package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.apikeys.it.account.People;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole life of a personal key in the account console; what the page says is what a resource server learns. */
class AccountKeyLifeBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @BeforeAll
    static void makeKeysOfOthers() {
        Keys keys = new Keys(realm);
        keys.create(Map.of("name", "Of the client"));
        keys.create(Map.of("name", "Of Bob", "userId", new People(realm).create("bob")));
    }

    private static void assertActive(String value, boolean active) {
        assertThat(realm.introspect("demo-api", "demo-api-secret", value).<Boolean>path("active"))
                .isEqualTo(active);
    }

    @Test
    void isMadeChangedRotatedSwitchedAndRevokedBetweenThePagesOfTheConsole() {
        try (AccountConsole console = AccountConsole.open(realm, "alice")) {
            assertThat(console.byTestId("api-keys-empty")).isVisible();
            console.beginKey("My script");
            assertThat(console.page().locator("#api-key-limit-0")).hasCount(0);
            console.byTestId("api-key-create").click();
            String first = console.takeValue();
            assertThat(realm.introspect("demo-api", "demo-api-secret", first).<String>path("sub"))
                    .isEqualTo(realm.users().id("alice"));
            assertThat(console.row("My script")).containsText("shop-backend");
            assertThat(console.byTestId("api-keys-table").locator("tbody tr")).hasCount(1);

            console.row("My script").locator("a").click();
            rename(console, "My other script");
            findsItsWay(console);

            String second = rotate(console);
            assertActive(first, false);
            assertActive(second, true);
            switchAndRevoke(console, second);
            assertThat(console.page().content()).doesNotContain(second);
            assertThat(console.warnings()).noneMatch(text -> text.contains("API keys"));
        }
    }

    private static void rename(AccountConsole console, String name) {
        console.byTestId("api-key-edit").click();
        console.page().locator("#api-key-name").fill(name);
        console.byTestId("api-key-save").click();
        assertThat(console.byTestId("api-key-title")).hasText(name);
    }

    /** Reload, the menu, Back and Forward lead where they do in the console itself, whose pages are as ever. */
    private static void findsItsWay(AccountConsole console) {
        Page page = console.page();
        String key = page.url();
        assertThat(key).startsWith(console.url("/api-keys#/"));
        page.reload();
        assertThat(console.byTestId("api-key-title")).hasText("My other script");
        console.entry("api-keys").click();
        assertThat(console.row("My other script")).isVisible();
        page.goBack();
        assertThat(console.byTestId("api-key-title")).isVisible();
        console.entry("applications").click();
        assertThat(console.byTestId("page-heading")).hasText("Application");
        assertThat(page.locator("api-keys-account")).hasCount(0);
        page.goBack();
        assertThat(console.byTestId("api-key-title")).isVisible();
        assertThat(console.byTestId("page-heading")).hasCount(0);
        assertThat(page.url()).isEqualTo(key);
        assertThat(page.locator("nav > ul > li")).hasCount(4);
    }

    private static String rotate(AccountConsole console) {
        console.takeAnswers();
        console.byTestId("api-key-rotate").click();
        console.byTestId("api-keys-confirm").click();
        String value = console.takeValue();
        assertThat(console.takeAnswers())
                .filteredOn(answer -> answer.contains(value))
                .hasSize(1);
        return value;
    }

    private static void switchAndRevoke(AccountConsole console, String value) {
        console.page().locator(".pf-v5-c-switch[for=api-key-enabled]").click();
        assertThat(console.byTestId("fact-apiKeysStatus")).hasText("Disabled");
        assertActive(value, false);
        console.page().locator(".pf-v5-c-switch[for=api-key-enabled]").click();
        assertThat(console.byTestId("fact-apiKeysStatus")).hasText("Active");
        assertActive(value, true);
        assertThat(console.byTestId("api-key-delete")).hasCount(0);
        assertThat(console.byTestId("api-key-events")).hasCount(0);
        console.byTestId("api-key-revoke").click();
        console.byTestId("api-keys-confirm").click();
        assertThat(console.byTestId("fact-apiKeysStatus")).hasText("Revoked");
        assertThat(console.byTestId("api-key-edit")).hasCount(0);
        assertActive(value, false);
    }
}
