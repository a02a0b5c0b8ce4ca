package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page beside the console works without it: same pages, a login of its own. */
class StandaloneBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static NewKey used;

    @BeforeAll
    static void fillTheRealm() {
        realm.admin().post(realm.adminUrl("/api-keys/ui-client")).then().statusCode(201);
        realm.admin()
                .body(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        Keys keys = new Keys(realm);
        used = keys.create(Map.of("name", "Used"));
        keys.introspect(used);
    }

    @Test
    void makesAKeyFromLoginToDone() {
        try (StandalonePage ui =
                StandalonePage.open(realm, "en", ColorScheme.LIGHT, "").logIn("key-admin")) {
            ui.byTestId("api-keys-create").first().click();
            ui.page().locator("#api-key-client").fill("shop");
            ui.page().locator("[role=option]:has-text('shop-backend')").click();
            ui.page().locator("#api-key-name").fill("Made beside the console");
            ui.page().locator("[id='api-key-scope-calls:read']").check();
            assertThat(ui.byTestId("api-key-accepted-by")).hasText("demo-api");
            ui.byTestId("api-key-create").click();
            String value = ui.byTestId("api-key-value").inputValue();
            ui.byTestId("api-key-value-copy").click();
            ui.byTestId("api-key-done").click();
            assertThat(ui.row("Made beside the console")).isVisible();
            assertThat(realm.introspect("demo-api", "demo-api-secret", value).<Boolean>path("active"))
                    .isTrue();
            assertThat(ui.page().content()).doesNotContain(value);
            assertThat(ui.page().url()).isEqualTo(realm.realmUrl("/api-keys/ui#/" + realm.name() + "/api-keys"));
            showsAChart(ui);
            assertThat(ui.warnings()).noneMatch(text -> text.contains("Content Security Policy"));
            ui.byTestId("api-keys-log-out").click();
            assertThat(ui.page().locator("#kc-login")).isVisible();
        }
    }

    /** Its code comes when it is looked at, and keeps to the page's policy, too. */
    private static void showsAChart(StandalonePage ui) {
        new UsageOf(realm, used).after(1);
        ui.row("Used").locator("a").click();
        ui.byTestId("api-key-usage").click();
        assertThat(ui.byTestId("api-keys-usage-bars").locator("svg").first()).isVisible();
        ui.page().keyboard().press("Escape");
    }

    @Test
    void comesBackFromTheLoginToTheKeyThatOneAskedForInOnesLanguageAndColours() {
        String id = new Keys(realm).create(Map.of("name", "Bookmarked")).id();
        String place = "#/" + realm.name() + "/api-keys/" + id;
        try (StandalonePage ui =
                StandalonePage.open(realm, "de", ColorScheme.DARK, place).logIn("key-viewer")) {
            assertThat(ui.byTestId("api-key-title")).hasText("Bookmarked");
            assertThat(ui.byTestId("fact-apiKeysStatus")).hasText("Aktiv");
            assertThat(ui.byTestId("api-key-revoke")).hasCount(0);
            assertThat(ui.page().locator("html")).hasAttribute("lang", "de");
            assertThat(String.valueOf(ui.page()
                            .locator("api-keys-admin .pf-v5-c-page__main-section")
                            .first()
                            .evaluate("element => getComputedStyle(element).backgroundColor")))
                    .isNotEqualTo("rgb(255, 255, 255)");
        }
    }

    @Test
    void refusesUsersWhoAreNoAdministrators() {
        try (StandalonePage ui =
                StandalonePage.open(realm, "en", ColorScheme.LIGHT, "").logIn("alice")) {
            assertThat(ui.byTestId("api-keys-error")).containsText("You may not see this");
            assertThat(ui.byTestId("api-keys-create")).hasCount(0);
        }
    }

    @Test
    void saysHowToSetItUpWhereItsClientDoesNotExist() {
        TestRealm fresh = TestRealm.fromDemo();
        fresh.whileImported(() -> {
            try (StandalonePage ui = StandalonePage.open(fresh, "en", ColorScheme.LIGHT, "")) {
                assertThat(ui.byTestId("api-keys-ui-missing")).isVisible();
                assertThat(ui.page().locator("pre"))
                        .containsText("curl -X POST -H \"Authorization: Bearer $ADMIN_TOKEN\" \"$KEYCLOAK/admin/realms/"
                                + fresh.name() + "/api-keys/ui-client\"");
            }
            fresh.clients().create(Map.of("clientId", "api-keys-ui", "publicClient", true));
            try (StandalonePage ui = StandalonePage.open(fresh, "en", ColorScheme.LIGHT, "")) {
                assertThat(ui.byTestId("api-keys-ui-missing")).containsText("This page cannot use its client");
            }
        });
    }
}
