package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
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

    @Test
    void switchesKeysOffAfterAQuestionAndOnAgain() {
        Keys keys = new Keys(realm);
        NewKey key = keys.create(Map.of("name", "Switched"));
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            openClient(console, "shop-backend");
            console.byTestId("api-keys-tab").click();
            Locator toggle = console.page().locator(".pf-v5-c-switch[for=api-keys-client-enabled]");
            toggle.click();
            assertThat(console.byTestId("api-keys-confirm")).isVisible();
            keys.introspect(key).then().body("active", equalTo(true));
            console.byTestId("api-keys-confirm").click();
            assertThat(console.byTestId("api-keys-client-disabled")).isVisible();
            assertThat(console.byTestId("api-keys-create")).hasCount(0);
            keys.introspect(key).then().body("active", equalTo(false));
            toggle.click();
            assertThat(console.byTestId("api-keys-create")).isVisible();
            keys.introspect(key).then().body("active", equalTo(true));
        }
    }

    @Test
    void writesTheSettingsOfTheClientAndLeavesItsOtherAttributesAlone() {
        realm.clients()
                .create(Map.of(
                        "clientId",
                        "partner-api",
                        "protocol",
                        "openid-connect",
                        "publicClient",
                        false,
                        "redirectUris",
                        List.of("https://partner.example/*"),
                        "attributes",
                        Map.of("somebody.elses", "kept", "access.token.lifespan", "77")));
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            Page page = console.page();
            openClient(console, "partner-api");
            console.byTestId("api-keys-tab").click();
            page.locator(".pf-v5-c-switch[for=api-keys-client-enabled]").click();
            assertThat(console.byTestId("api-keys-client-no-account")).containsText("personal keys only");
            console.byTestId("api-keys-client-tab-settings").click();
            console.byTestId("api-keys-client-limit-add").click();
            page.locator("#api-keys-client-limit-0").fill("lots");
            page.locator("#api-keys-client-openapiUrl").fill("here");
            console.byTestId("api-keys-client-save").click();
            assertThat(console.byTestId("api-keys-client-limit-0-error")).containsText("\"lots\"");
            assertThat(console.byTestId("api-keys-client-openapiUrl-error")).containsText("\"here\"");
            assertThat(attributes("partner-api")).doesNotContainKey("api-keys.client-limit");
            page.locator("#api-keys-client-limit-0").fill("60");
            page.locator("#api-keys-client-openapiUrl").fill("https://api.example.com/openapi.yaml");
            page.locator(".pf-v5-c-switch[for=api-keys-client-selfService]").click();
            page.locator(".pf-v5-c-switch[for=api-keys-client-gateway]").click();
            page.locator(".pf-v5-c-switch[for=api-keys-client-openCheck]").click();
            save(console);
            assertThat(attributes("partner-api"))
                    .containsEntry("api-keys.enabled", "true")
                    .containsEntry("api-keys.client-limit", "60/hour")
                    .containsEntry("api-keys.self-service", "true")
                    .containsEntry("api-keys.gateway", "true")
                    .containsEntry("api-keys.open-check", "true")
                    .containsEntry("api-keys.openapi-url", "https://api.example.com/openapi.yaml")
                    .containsEntry("somebody.elses", "kept")
                    .containsEntry("access.token.lifespan", "77");
            assertThat(realm.clients().get("partner-api").get("redirectUris"))
                    .isEqualTo(List.of("https://partner.example/*"));

            page.locator(".pf-v5-c-switch[for=api-keys-client-openCheck]").click();
            page.locator("#api-keys-client-limit-0").fill("");
            save(console);
            assertThat(attributes("partner-api").getOrDefault("api-keys.open-check", ""))
                    .isEqualTo("");
            assertThat(attributes("partner-api").getOrDefault("api-keys.client-limit", ""))
                    .isEqualTo("");
        }
    }

    @Test
    void offersNeitherSwitchNorSaveToWhoMayNotManageTheClient() {
        try (AdminConsole console = AdminConsole.open(realm, "key-viewer")) {
            openClient(console, "shop-backend");
            console.byTestId("api-keys-tab").click();
            console.byTestId("api-keys-client-tab-settings").click();
            assertThat(console.page().locator("#api-keys-client-gateway")).isDisabled();
            assertThat(console.byTestId("api-keys-client-save")).hasCount(0);
            assertThat(console.page().locator("#api-keys-client-enabled")).hasCount(0);
        }
    }

    private static void save(AdminConsole console) {
        console.byTestId("api-keys-client-save").click();
        assertThat(console.byTestId("api-keys-client-settings")).hasAttribute("aria-busy", "false");
        assertThat(console.byTestId("api-keys-client-save")).isDisabled();
    }

    private static Map<String, String> attributes(String clientId) {
        return realm.admin().get(realm.clients().member(clientId)).path("attributes");
    }

    private static void openClient(AdminConsole console, String clientId) {
        console.page().locator("#nav-item-clients").click();
        console.page().locator("a:text-is('" + clientId + "')").click();
        assertThat(console.byTestId("clientSettingsTab")).isVisible();
    }
}
