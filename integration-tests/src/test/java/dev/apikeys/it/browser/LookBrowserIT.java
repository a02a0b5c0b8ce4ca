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

    private static void speaks(TestRealm realm, String username, String locale) {
        realm.users().update(username, user -> user.put("attributes", Map.of("locale", List.of(locale))));
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
    void administratorsReadTheirLanguageAndWhatTheRealmSaysInstead() {
        TestRealm polyglot = TestRealm.fromDemo();
        polyglot.whileImported(() -> {
            polyglot.admin()
                    .body(Map.of(
                            "internationalizationEnabled",
                            true,
                            "supportedLocales",
                            List.of("en", "de", "fr", "ja", "pt-BR")))
                    .put(polyglot.adminUrl(""))
                    .then()
                    .statusCode(204);
            polyglot.admin()
                    .contentType("text/plain")
                    .body("Hier wohnen sie")
                    .put(polyglot.adminUrl("/localization/de/apiKeysEmpty"))
                    .then()
                    .statusCode(204);
            speaks(polyglot, "key-admin", "de");
            try (AdminConsole console = AdminConsole.open(polyglot, "key-admin")) {
                console.openKeys();
                assertThat(console.page().locator("#nav-item-api-keys")).hasText("API-Schlüssel");
                assertThat(console.byTestId("api-keys-create")).hasText("API-Schlüssel erstellen");
                assertThat(console.byTestId("api-keys-empty")).containsText("Hier wohnen sie");
                new Keys(polyglot).create(Map.of("name", "Dated", "expiresAt", "2035-01-31T12:00:00Z"));
                readsAfterwards(polyglot, console, "fr", "Clés d'API", "Créer une clé d'API", "31 janv. 2035");
                readsAfterwards(polyglot, console, "ja", "APIキー", "APIキーの作成", "2035/01/31");
                readsAfterwards(
                        polyglot, console, "pt-BR", "Chaves de API", "Criar chave de API", "31 de jan. de 2035");
            }
        });
    }

    private static void readsAfterwards(
            TestRealm realm, AdminConsole console, String locale, String entry, String create, String date) {
        speaks(realm, "key-admin", locale);
        console.page().reload();
        console.openKeys();
        assertThat(console.page().locator("#nav-item-api-keys")).hasText(entry);
        assertThat(console.byTestId("api-keys-create").first()).hasText(create);
        assertThat(console.row("Dated")).containsText(date);
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
