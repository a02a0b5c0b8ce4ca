package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages look like the console and speak the administrator's language. */
class LookBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static String background(AdminConsole console, String selector) {
        return String.valueOf(console.page()
                .locator(selector)
                .first()
                .evaluate("element => getComputedStyle(element).backgroundColor"));
    }

    @Test
    void darkPagesAreAsDarkAsThoseOfTheConsole() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin", ColorScheme.DARK)) {
            console.page().locator("#nav-item-clients").click();
            assertThat(console.page().locator("[data-testid=createClient]")).isVisible();
            String consoles = background(console, "#kc-main-content-page-container .pf-v5-c-page__main-section");
            console.openKeys();
            assertThat(background(console, "api-keys-admin .pf-v5-c-page__main-section"))
                    .isEqualTo(consoles)
                    .isNotEqualTo("rgb(255, 255, 255)");
        }
    }

    @Test
    void germanAdministratorsReadGermanAndWhatTheRealmSaysInstead() {
        TestRealm german = TestRealm.fromDemo();
        german.whileImported(() -> {
            german.admin()
                    .body(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")))
                    .put(german.adminUrl(""))
                    .then()
                    .statusCode(204);
            german.users().update("key-admin", user -> user.put("attributes", Map.of("locale", List.of("de"))));
            german.admin()
                    .contentType("text/plain")
                    .body("Hier wohnen sie")
                    .put(german.adminUrl("/localization/de/apiKeysEmpty"))
                    .then()
                    .statusCode(204);
            try (AdminConsole console = AdminConsole.open(german, "key-admin")) {
                console.openKeys();
                assertThat(console.page().locator("#nav-item-api-keys")).hasText("API-Schlüssel");
                assertThat(console.byTestId("api-keys-create")).hasText("API-Schlüssel erstellen");
                assertThat(console.byTestId("api-keys-empty")).containsText("Hier wohnen sie");
            }
        });
    }

    @Test
    void scopesBeyondTheFirstTwoAreReachedByKeyboard() {
        new Keys(realm)
                .create(Map.of(
                        "name", "Three scopes", "scopes", List.of("calls:read", "contacts:read", "contacts:write")));
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            console.openKeys();
            Locator more = console.row("Three scopes").locator(".api-keys-more");
            assertThat(more).hasText("+1 more");
            more.focus();
            assertThat(console.page().locator("[role=tooltip]")).hasText("contacts:write");
        }
    }
}
