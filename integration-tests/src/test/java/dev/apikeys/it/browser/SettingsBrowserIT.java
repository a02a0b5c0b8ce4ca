package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tab with what the realm lays down: what is saved there holds, and what is wrong is refused where it stands. */
class SettingsBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @BeforeAll
    static void letTheAdministratorsSeeTheRealm() {
        new Roles(realm).giveOfClient("key-admin", "realm-management", "manage-realm");
        new Roles(realm).giveOfClient("key-viewer", "realm-management", "view-realm");
    }

    private static Locator setting(AdminConsole console, String name) {
        return console.page().locator("#api-keys-setting-" + name);
    }

    private static void openSettings(AdminConsole console) {
        console.openKeys();
        console.byTestId("api-keys-tab-settings").click();
        assertThat(console.byTestId("api-keys-settings")).isVisible();
    }

    private static void save(AdminConsole console) {
        console.byTestId("api-keys-settings-save").click();
        assertThat(console.byTestId("api-keys-settings")).hasAttribute("aria-busy", "false");
        assertThat(console.byTestId("api-keys-settings-save")).isDisabled();
    }

    private static String attribute(String name) {
        return String.valueOf(realm.admin()
                .get(realm.adminUrl(""))
                .<Map<String, Object>>path("attributes")
                .get(name));
    }

    private static void everySettingHasAField(Page page) {
        Map<String, Object> settings =
                realm.admin().get(realm.adminUrl("/api-keys/settings")).path("$");
        assertThat(settings.keySet().stream().filter(name -> !name.equals("prefixes")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page.locator("[id^='api-keys-setting-" + name
                                        + "'], [data-testid^='api-keys-setting-" + name + "']")
                                .count())
                        .isPositive());
    }

    @Test
    void whatIsSavedHoldsForTheNextKeyAndWhatIsEmptiedIsTheDefaultAgain() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            Page page = console.page();
            openSettings(console);
            everySettingHasAField(page);
            assertThat(setting(console, "freshness")).hasValue("");
            assertThat(setting(console, "freshness")).hasAttribute("placeholder", "60");
            assertThat(console.byTestId("api-keys-settings-save")).isDisabled();
            setting(console, "defaultLimit-0").fill("77");
            setting(console, "freshness").fill("5");
            setting(console, "maxLifetime").fill("30");
            console.byTestId("api-keys-prefix-add").click();
            page.locator("#api-keys-prefix-2").fill("sk_stage_");
            page.locator("#api-keys-environment-2").fill("stage");
            save(console);
            assertThat(attribute("api-keys.default-limit")).isEqualTo("77/hour");
            assertThat(attribute("api-keys.max-lifetime")).isEqualTo("2592000");
            assertThat(attribute("api-keys.prefixes")).isEqualTo("sk_live_=live,sk_test_=test,sk_stage_=stage");
            assertThat(attribute("api-keys.realm-limit")).isEqualTo("null");

            console.byTestId("api-keys-tab-keys").click();
            console.byTestId("api-keys-create").first().click();
            page.locator("#api-key-client").fill("shop");
            page.locator("[role=option]:has-text('shop-backend')").click();
            assertThat(page.locator("#api-key-limit-0")).hasValue("77");
            assertThat(page.locator("#api-key-environment option")).hasText(new String[] {"live", "test", "stage"});
            console.button("Cancel").click();

            console.byTestId("api-keys-tab-settings").click();
            assertThat(setting(console, "freshness")).hasValue("5");
            setting(console, "freshness").fill("");
            setting(console, "maxLifetime").fill("");
            save(console);
            assertThat(attribute("api-keys.freshness")).isEqualTo("null");
            assertThat(attribute("api-keys.max-lifetime")).isEqualTo("null");
        }
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingIsSaved() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            openSettings(console);
            setting(console, "usageRetention").fill("0");
            setting(console, "claimsMaxAge").fill("soon");
            console.byTestId("api-keys-settings-save").click();
            assertThat(console.byTestId("api-keys-setting-usageRetention-error"))
                    .hasText("'0' is not allowed; allowed: a whole number of days from 1 to 3650");
            assertThat(console.byTestId("api-keys-setting-claimsMaxAge-error")).containsText("'soon'");
            console.page().locator("#api-keys-prefix-0").fill("live");
            setting(console, "defaultLimit-0").fill("many");
            console.byTestId("api-keys-settings-save").click();
            assertThat(console.byTestId("api-keys-prefixes-error")).containsText("\"live\" is no prefix");
            assertThat(console.byTestId("api-keys-setting-defaultLimit-0-error"))
                    .containsText("\"many\"");
            assertThat(attribute("api-keys.usage-retention")).isEqualTo("null");
            console.byTestId("api-keys-settings-revert").click();
            assertThat(setting(console, "usageRetention")).hasValue("");
            assertThat(console.byTestId("api-keys-prefixes-error")).hasCount(0);
        }
    }

    @Test
    void whatIsNotSavedIsNotLostUnnoticed() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            openSettings(console);
            setting(console, "usageRetention").fill("30");
            console.page().locator("#nav-item-clients").click();
            assertThat(console.byTestId("api-keys-confirm")).isVisible();
            console.button("Cancel").click();
            assertThat(setting(console, "usageRetention")).hasValue("30");
            console.page().goBack();
            assertThat(console.byTestId("api-keys-confirm")).isVisible();
            assertThat(setting(console, "usageRetention")).hasValue("30");
            console.byTestId("api-keys-confirm").click();
            assertThat(console.byTestId("api-keys-settings")).hasCount(0);
            assertThat(console.byTestId("api-keys-create").first()).isVisible();
            console.byTestId("api-keys-tab-settings").click();
            assertThat(setting(console, "usageRetention")).hasValue("");
            console.page().locator("#nav-item-clients").click();
            assertThat(console.byTestId("createClient")).isVisible();
            assertThat(console.warnings()).noneMatch(text -> text.contains("API keys"));
        }
    }

    @Test
    void whoMayNotManageTheRealmReadsAndCannotSave() {
        try (AdminConsole console = AdminConsole.open(realm, "key-viewer")) {
            openSettings(console);
            assertThat(setting(console, "usageRetention")).isDisabled();
            assertThat(setting(console, "requireIp")).isDisabled();
            assertThat(console.page().locator("#api-keys-prefix-0")).isDisabled();
            assertThat(console.byTestId("api-keys-settings-save")).hasCount(0);
            assertThat(console.byTestId("api-keys-prefix-add")).hasCount(0);
        }
        realm.user("key-viewer")
                .body(Map.of("requireIp", true))
                .put(realm.adminUrl("/api-keys/settings"))
                .then()
                .statusCode(403);
        realm.admin().get(realm.adminUrl("/api-keys/settings")).then().body("requireIp", equalTo(false));
    }

    @Test
    void whoMayNotSeeTheRealmIsOfferedNoSettings() {
        TestRealm other = TestRealm.fromDemo();
        other.whileImported(() -> {
            try (AdminConsole console = AdminConsole.open(other, "key-admin")) {
                console.openKeys();
                assertThat(console.byTestId("api-keys-tab-groups")).isVisible();
                assertThat(console.byTestId("api-keys-tab-settings")).hasCount(0);
                console.goTo("/api-keys/settings");
                assertThat(console.byTestId("api-keys-error")).isVisible();
            }
        });
    }

    @Test
    void germanAdministratorsReadGerman() {
        realm.admin()
                .body(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        realm.users().update("key-viewer", user -> user.put("attributes", Map.of("locale", List.of("de"))));
        try (AdminConsole console = AdminConsole.open(realm, "key-viewer")) {
            openSettings(console);
            assertThat(console.byTestId("api-keys-tab-settings")).hasText("Einstellungen");
            assertThat(console.byTestId("api-keys-settings").locator("h2").first())
                    .hasText("Präfixe und Umgebungen");
        } finally {
            realm.users().update("key-viewer", user -> user.put("attributes", Map.of("locale", List.of("en"))));
        }
    }
}
