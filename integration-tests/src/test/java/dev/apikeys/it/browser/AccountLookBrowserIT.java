package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page in the account console looks like the others there, on every screen, and is for everybody. */
class AccountLookBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String WIDTHS = "[...document.querySelectorAll('html, main, .pf-v5-c-modal-box__body')]"
            + ".map(e => e.scrollWidth - e.clientWidth)";

    @BeforeAll
    static void fillTheRealm() {
        realm.admin()
                .body(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        Keys.allowMany(realm);
        String alice = realm.users().id("alice");
        Keys keys = new Keys(realm);
        keys.create(Map.of(
                "name",
                "A name that is rather long for a telephone",
                "userId",
                alice,
                "scopes",
                List.of("calls:read", "contacts:read", "contacts:write")));
        keys.act(keys.create(Map.of("name", "Ended", "userId", alice)), "revoke");
    }

    private static void assertGood(String what, Page page) {
        assertThat(Axe.seriousViolations(page)).as(what).isEmpty();
    }

    private static void assertFits(String what, Page page) {
        assertThat((List<?>) page.evaluate(WIDTHS)).as(what).allMatch(Integer.valueOf(0)::equals);
    }

    private static String background(Page page, String selector) {
        return String.valueOf(
                page.locator(selector).first().evaluate("element => getComputedStyle(element).backgroundColor"));
    }

    @Test
    void isDarkAndGermanAsTheConsoleIs() {
        realm.users().update("alice", user -> user.put("attributes", Map.of("locale", List.of("de"))));
        try (AccountConsole console = AccountConsole.open(realm, "alice", ColorScheme.DARK)) {
            Page page = console.page();
            assertThat(console.entry("api-keys")).hasText("API-Schlüssel");
            assertThat(console.row("Ended").getByTestId("api-key-status")).hasText("Widerrufen");
            assertGood("dark list", page);
            String ours = background(page, "api-keys-account .pf-v5-c-page__main-section");
            console.byTestId("api-keys-create").first().click();
            assertThat(page.locator("[id='api-key-scope-calls:read']")).isVisible();
            assertThat(page.locator("label[for=api-key-client]")).hasText("Client *");
            assertGood("dark form", page);
            page.keyboard().press("Escape");
            console.entry("applications").click();
            assertThat(console.byTestId("page-heading")).hasText("Anwendung");
            assertThat(background(page, "main .pf-v5-c-page__main-section"))
                    .isEqualTo(ours)
                    .isNotEqualTo("rgb(255, 255, 255)");
        } finally {
            realm.users().update("alice", user -> user.put("attributes", Map.of("locale", List.of("en"))));
        }
    }

    @Test
    void fitsATelephone() {
        try (AccountConsole console = AccountConsole.open(realm, "alice")) {
            Page page = console.page();
            page.setViewportSize(375, 812);
            console.goTo("/api-keys");
            assertThat(console.row("Ended")).hasCSS("display", "grid");
            assertFits("list", page);
            assertGood("narrow list", page);
            console.byTestId("api-keys-create").first().click();
            assertThat(page.locator("[id='api-key-scope-calls:read']")).isVisible();
            console.button("Advanced settings").click();
            assertFits("form", page);
            console.button("Cancel").click();
            console.row("A name").locator("a").click();
            assertThat(console.byTestId("fact-apiKeysId")).isVisible();
            assertFits("key", page);
            assertGood("narrow key", page);
        }
    }

    @Test
    void needsNoMouse() {
        try (AccountConsole console = AccountConsole.open(realm, "alice")) {
            Keyboard keyboard = new Keyboard(console.page());
            keyboard.tabTo("[data-testid=api-keys-create]");
            keyboard.press("Enter");
            assertThat(console.page().locator("#api-key-client")).hasValue("shop-backend");
            keyboard.tabTo("#api-key-name");
            keyboard.type("Typed");
            keyboard.tabTo("[id='api-key-scope-calls:read']");
            keyboard.press("Space");
            keyboard.tabTo("[data-testid=api-key-create]");
            keyboard.press("Enter");
            keyboard.tabTo("[data-testid=api-key-value-copy]");
            assertGood("value", console.page());
            keyboard.press("Enter");
            keyboard.tabTo("[data-testid=api-key-done]");
            keyboard.press("Enter");
            assertThat(console.row("Typed")).isVisible();
            keyboard.assertFocusOn("[data-testid=api-keys-create]");
            keyboard.tabTo("nav a[href$='/account/api-keys']");
            keyboard.tabTo("[data-testid=api-keys-table] tbody a");
            keyboard.press("Enter");
            assertThat(console.byTestId("api-key-title")).hasText("Typed");
        }
    }
}
