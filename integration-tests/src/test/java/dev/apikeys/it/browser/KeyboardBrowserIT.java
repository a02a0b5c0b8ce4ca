package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.apikeys.it.support.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything can be done without a mouse, and the focus is where one left it. */
class KeyboardBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String CREATE = "[data-testid=api-keys-create]";
    private static final String CLIENT = "#api-key-client";

    @Test
    void makesAKey() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            Keyboard keyboard = new Keyboard(console.page());
            keyboard.tabTo("#nav-item-api-keys");
            keyboard.press("Enter");
            keyboard.tabTo(CREATE);
            keyboard.press("Enter");
            chooseClient(console.page(), keyboard);
            keyboard.tabTo("#api-key-name");
            keyboard.type("Typed");
            keyboard.tabTo("[id='api-key-scope-calls:read']");
            keyboard.press("Space");
            assertThat(console.byTestId("api-key-accepted-by")).hasText("demo-api");
            keyboard.tabTo("[data-testid=api-key-create]");
            keyboard.press("Enter");
            String value = console.byTestId("api-key-value").inputValue();
            keyboard.tabTo("[data-testid=api-key-value-copy]");
            keyboard.press("Enter");
            keyboard.tabTo("[data-testid=api-key-done]");
            keyboard.press("Enter");
            assertThat(console.row("Typed")).isVisible();
            keyboard.assertFocusOn(CREATE);
            assertThat(realm.introspect("demo-api", "demo-api-secret", value).<Boolean>path("active"))
                    .isTrue();
            actOnIt(console, keyboard);
        }
    }

    /** The list of choices closes before the dialog does. */
    private static void chooseClient(Page page, Keyboard keyboard) {
        Locator list = page.locator(CLIENT + "-list");
        keyboard.tabTo(CLIENT);
        keyboard.type("shop");
        assertThat(list.getByText("shop-backend")).isVisible();
        keyboard.press("Escape");
        assertThat(list).hasCount(0);
        assertThat(page.locator(CLIENT)).hasValue("shop");
        keyboard.press("ArrowDown");
        assertThat(list.getByText("shop-backend")).isVisible();
        keyboard.press("ArrowDown");
        assertThat(page.locator(CLIENT)).hasAttribute("aria-activedescendant", "api-key-client-0");
        keyboard.press("Enter");
        assertThat(page.locator(CLIENT)).hasValue("shop-backend");
        assertThat(list).hasCount(0);
        keyboard.assertFocusOn(CLIENT);
    }

    private static void actOnIt(AdminConsole console, Keyboard keyboard) {
        String menu = "[aria-label='Actions for \"Typed\"']";
        keyboard.tabTo(menu);
        keyboard.press("Enter");
        assertThat(console.page().locator("[role=menuitem]").first()).isVisible();
        keyboard.press("ArrowDown");
        keyboard.assertFocusOn("[role=menuitem]:has-text('Usage')");
        keyboard.press("ArrowDown");
        keyboard.press("ArrowDown");
        keyboard.assertFocusOn("[role=menuitem]:has-text('Rotate')");
        keyboard.press("Enter");
        assertThat(console.byTestId("api-keys-confirm")).hasText("Rotate");
        keyboard.press("Escape");
        assertThat(console.byTestId("api-keys-confirm")).hasCount(0);
        keyboard.assertFocusOn(menu);
    }

    @Test
    void leavesADialogToWhereItWasOpened() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            Keyboard keyboard = new Keyboard(console.page());
            console.openKeys();
            keyboard.tabTo(CREATE);
            keyboard.press("Enter");
            assertThat(console.page().locator(CLIENT)).isVisible();
            keyboard.press("Escape");
            assertThat(console.page().locator(CLIENT)).hasCount(0);
            keyboard.assertFocusOn(CREATE);
        }
    }
}
