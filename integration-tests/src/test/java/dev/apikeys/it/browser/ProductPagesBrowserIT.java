package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pages of two products as their documents describe them, in the realms that their files make. */
class ProductPagesBrowserIT {

    private static void givePassword(TestRealm realm) {
        realm.admin()
                .body(Map.of("type", "password", "value", "key-admin", "temporary", false))
                .put(realm.users().member("key-admin") + "/reset-password")
                .then()
                .statusCode(204);
    }

    /** Opens the form and chooses the client. */
    private static Page createFor(AdminConsole console, String client) {
        Page page = console.page();
        console.byTestId("api-keys-create").first().click();
        page.locator("#api-key-client").fill(client);
        page.locator("[role=option]:has-text('" + client + "')").click();
        return page;
    }

    private static String take(AdminConsole console) {
        console.byTestId("api-key-create").click();
        assertThat(console.byTestId("api-key-value")).isVisible();
        String value = console.byTestId("api-key-value").inputValue();
        console.byTestId("api-key-value-copy").click();
        console.byTestId("api-key-done").click();
        return value;
    }

    private static String scopeOf(TestRealm realm, String api, String value) {
        Response secret = realm.admin().get(realm.clients().member(api) + "/client-secret");
        return realm.introspect(api, secret.path("value"), value).path("scope");
    }

    private static void showsRows(Locator rows, Page page, int perPage, int shown) {
        page.locator("#options-menu-bottom-toggle").click();
        page.locator("[data-action=per-page-" + perPage + "]").click();
        assertThat(rows).hasCount(shown);
    }

    /** EzPulze: groups with what they are best for and their members, advanced settings, 10, 25 or 50 keys a page, its own words. */
    @Test
    void aKeyOfAScopeGroupIsMadeAndFoundAmongMany() {
        TestRealm realm = TestRealm.from("ezpulze-realm.json");
        realm.whileImported(() -> {
            givePassword(realm);
            IntStream.rangeClosed(1, 30).forEach(number -> realm.createKey(Map.of(
                            "name",
                            "key %02d".formatted(number),
                            "clientId",
                            "ezpulze-business",
                            "scopeGroups",
                            List.of("message-sender")))
                    .then()
                    .statusCode(201));
            try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
                console.openKeys();
                Page page = createFor(console, "ezpulze-business");
                page.locator("#api-key-name").fill("CRM Integration");
                Locator group = page.locator(".pf-v5-c-check:has([id='api-key-group-contact-manager'])");
                assertThat(group).containsText("Best for: CRM integrations that sync contacts");
                page.locator("[id='api-key-group-contact-manager']").check();
                assertThat(group.locator(".pf-v5-c-label").first()).isVisible();
                assertThat(page.locator("#api-key-limit-0")).hasValue("1000");
                String value = take(console);
                assertThat(scopeOf(realm, "ezpulze-api", value).split(" "))
                        .contains("contacts:delete", "leads:read")
                        .doesNotContain("leads:create");

                Locator row = console.row("CRM Integration");
                assertThat(row).containsText("contact-manager");
                assertThat(row)
                        .containsText(value.substring(0, "sk_live_".length() + 6) + "…"
                                + value.substring(value.length() - 4));
                assertThat(row.getByTestId("api-key-status")).hasText("Active");
                Locator rows = console.byTestId("api-keys-table").locator("tbody tr");
                assertThat(rows).hasCount(10);
                showsRows(rows, page, 25, 25);
                showsRows(rows, page, 50, 31);
                console.byTestId("api-keys-table")
                        .locator("th button:has-text('Name')")
                        .click();
                assertThat(rows.first()).containsText("CRM Integration");
                console.act("CRM Integration", "Disable");
                assertThat(row.getByTestId("api-key-status")).hasText("Disabled");
                console.act("CRM Integration", "Usage");
                assertThat(console.byTestId("api-keys-usage-last-outcome")).hasText("Last messageNever");
            }
        });
    }

    /** OpenCX: full access, or custom scopes in a table of resources and actions. */
    @Test
    void fullAccessOrCustomScopesByResource() {
        TestRealm realm = TestRealm.from("opencx-realm.json");
        realm.whileImported(() -> {
            givePassword(realm);
            try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
                console.openKeys();
                Page page = createFor(console, "opencx-workspace");
                page.locator("#api-key-name").fill("Production");
                page.locator("#api-key-grant-full").check();
                String full = take(console);
                assertThat(scopeOf(realm, "opencx-api", full)).contains("workflows:write");

                createFor(console, "opencx-workspace");
                page.locator("#api-key-name").fill("Staging");
                page.locator("#api-key-grant-scopes").check();
                assertThat(page.locator("[id='api-key-scope-handoff-analytics:read']"))
                        .isVisible();
                assertThat(page.locator("[id='api-key-scope-handoff-analytics:write']"))
                        .hasCount(0);
                page.locator("[id='api-key-scope-tags:read']").check();
                String scoped = take(console);
                assertThat(scopeOf(realm, "opencx-api", scoped)).isEqualTo("tags:read");
            }
        });
    }
}
