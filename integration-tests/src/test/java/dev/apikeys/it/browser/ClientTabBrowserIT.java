package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tab "API keys" among those that the console has for a client. */
class ClientTabBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @Test
    void showsTheKeysOfItsClientAndMakesNewOnesForIt() {
        new Keys(realm).create(Map.of("name", "Of the shop"));
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            openClient(console, "shop-backend");
            console.byTestId("api-keys-tab").click();
            assertThat(console.row("Of the shop")).isVisible();
            assertThat(console.byTestId("api-keys-tab")).hasAttribute("aria-selected", "true");
            assertThat(console.page().locator("#api-keys-filter-client")).hasCount(0);
            console.byTestId("api-keys-create").click();
            Locator client = console.page().locator("#api-key-client");
            assertThat(client).hasValue("shop-backend");
            assertThat(client).hasAttribute("readonly", "");
            console.page().locator("#api-key-name").fill("Made in the tab");
            console.page().locator("#api-key-grant-full").check();
            console.byTestId("api-key-create").click();
            console.byTestId("api-key-value-copy").click();
            console.byTestId("api-key-done").click();
            assertThat(console.row("Made in the tab")).isVisible();
        }
    }

    @Test
    void leavesTheConsolesOwnTabsAsTheyAre() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            openClient(console, "shop-backend");
            console.byTestId("api-keys-tab").click();
            assertThat(console.byTestId("api-keys-create")).isVisible();
            console.byTestId("clientSettingsTab").click();
            assertThat(console.page()
                            .locator("input#clientId, [data-testid=clientId]")
                            .first())
                    .isVisible();
            assertThat(console.page().locator("#api-keys-client")).hasCount(0);
            assertThat(console.byTestId("api-keys-tab")).hasAttribute("aria-selected", "false");
            assertThat(console.warnings()).noneMatch(text -> text.contains("API keys"));
        }
    }

    @Test
    void saysWhenTheClientMayHaveNoKeys() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            openClient(console, "demo-api");
            console.byTestId("api-keys-tab").click();
            assertThat(console.byTestId("api-keys-client-disabled")).isVisible();
            assertThat(console.byTestId("api-keys-create")).hasCount(0);
        }
    }

    private static void openClient(AdminConsole console, String clientId) {
        console.page().locator("#nav-item-clients").click();
        console.page().locator("a:text-is('" + clientId + "')").click();
        assertThat(console.byTestId("clientSettingsTab")).isVisible();
    }
}
