package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tab with the scope groups: made, used, changed and deleted by clicking. */
class ScopeGroupsBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static Locator group(AdminConsole console, String name) {
        return console.byTestId("api-keys-group")
                .filter(new Locator.FilterOptions()
                        .setHas(console.page().locator("td:first-child:has-text('" + name + "')")));
    }

    private static void openGroups(AdminConsole console) {
        console.openKeys();
        console.byTestId("api-keys-tab-groups").click();
        assertThat(console.byTestId("api-keys-tab-groups")).hasAttribute("aria-selected", "true");
    }

    private static void actOn(AdminConsole console, String name, String action) {
        group(console, name).locator("button.pf-v5-c-menu-toggle").click();
        console.page().locator("[role=menuitem]:has-text('" + action + "')").click();
    }

    private static Locator member(AdminConsole console, String name) {
        return console.page().locator("[id='api-keys-member-" + name + "']");
    }

    @Test
    void areMadeGivenToAKeyChangedAndDeleted() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            Page page = console.page();
            openGroups(console);
            console.byTestId("api-keys-group-create").click();
            page.locator("#api-keys-group-name").fill("contact-manager");
            page.locator("#api-keys-group-best-for").fill("CRM integrations");
            member(console, "contacts:read").check();
            member(console, "contacts:write").check();
            console.byTestId("api-keys-group-save").click();
            assertThat(group(console, "contact-manager")).containsText("contacts:write");
            assertThat(group(console, "contact-manager").getByTestId("api-keys-group-keys"))
                    .hasText("0");

            NewKey key = createWithGroup(console);
            ShopScopes scopes = new ShopScopes(realm);
            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("contacts:read", "contacts:write");

            console.byTestId("api-keys-tab-groups").click();
            assertThat(group(console, "contact-manager").getByTestId("api-keys-group-keys"))
                    .hasText("1");
            actOn(console, "contact-manager", "Edit");
            member(console, "contacts:write").uncheck();
            page.locator("#api-keys-group-best-for").fill("");
            console.byTestId("api-keys-group-save").click();
            assertThat(group(console, "contact-manager")).not().containsText("contacts:write");
            assertThat(group(console, "contact-manager")).not().containsText("CRM integrations");
            assertThat(scopes.introspected(key)).containsExactly("contacts:read");

            actOn(console, "contact-manager", "Delete");
            assertThat(console.byTestId("api-keys-group-in-use")).containsText("1 key carries this group");
            console.byTestId("api-keys-confirm").click();
            assertThat(console.byTestId("api-keys-groups-empty")).isVisible();
            assertThat(scopes.introspected(key)).isEmpty();
        }
    }

    /** By clicking, and reads the value from the dialog. */
    private static NewKey createWithGroup(AdminConsole console) {
        Page page = console.page();
        console.byTestId("api-keys-tab-keys").click();
        console.byTestId("api-keys-create").first().click();
        page.locator("#api-key-client").fill("shop");
        page.locator("[role=option]:has-text('shop-backend')").click();
        page.locator("#api-key-name").fill("CRM");
        Locator offered = page.locator("[id='api-key-group-contact-manager']");
        assertThat(page.locator(".pf-v5-c-check:has([id='api-key-group-contact-manager'])"))
                .containsText("Best for: CRM integrations");
        offered.check();
        assertThat(page.locator(".pf-v5-c-check:has([id='api-key-group-contact-manager']) .pf-v5-c-label"))
                .hasText(new String[] {"contacts:read", "contacts:write"});
        console.byTestId("api-key-create").click();
        assertThat(console.byTestId("api-key-value")).isVisible();
        String value = console.byTestId("api-key-value").inputValue();
        console.byTestId("api-key-value-copy").click();
        console.byTestId("api-key-done").click();
        assertThat(console.row("CRM")).isVisible();
        List<String> ids = realm.admin()
                .queryParams(Map.of("search", "CRM"))
                .get(realm.adminUrl("/api-keys"))
                .path("id");
        return new NewKey(ids.get(0), value);
    }

    @Test
    void areRefusedBeforeTheyAreSavedWhenTheyIncludeThemselves() {
        TestRealm nested = TestRealm.fromDemo();
        nested.whileImported(() -> {
            ShopScopes scopes = new ShopScopes(nested);
            scopes.group("inner", "calls:read");
            scopes.group("outer", "inner");
            try (AdminConsole console = AdminConsole.open(nested, "key-admin")) {
                openGroups(console);
                actOn(console, "inner", "Edit");
                assertThat(console.page().locator("#api-keys-group-name")).not().isEditable();
                member(console, "outer").check();
                console.byTestId("api-keys-group-save").click();
                assertThat(console.byTestId("api-keys-group-members-error")).containsText("inner → outer → inner");
                console.button("Cancel").click();
                console.byTestId("api-keys-group-create").click();
                console.page().locator("#api-keys-group-name").fill("calls:read");
                console.byTestId("api-keys-group-save").click();
                assertThat(console.byTestId("api-keys-group-name-error")).containsText("\"calls:read\" already");
                assertThat(console.byTestId("api-keys-group-members-error")).isVisible();
                assertThat(nested.admin()
                                .get(nested.clientScopes().member("inner"))
                                .<Map<String, String>>path("attributes"))
                        .containsEntry("api-keys.includes", "calls:read");
            }
        });
    }

    @Test
    void areOnlyShownToWhoMayNotManageClientScopes() {
        TestRealm viewed = TestRealm.fromDemo();
        viewed.whileImported(() -> {
            new ShopScopes(viewed).group("call-reader", "calls:read");
            new ShopScopes(viewed).assign("call-reader");
            new Keys(viewed).create(Map.of("scopeGroups", List.of("call-reader")));
            try (AdminConsole console = AdminConsole.open(viewed, "key-viewer")) {
                openGroups(console);
                assertThat(group(console, "call-reader").getByTestId("api-keys-group-keys"))
                        .hasText("1");
                assertThat(group(console, "call-reader").locator("a")).hasText("shop-backend");
                assertThat(group(console, "call-reader").locator("button.pf-v5-c-menu-toggle"))
                        .hasCount(0);
                assertThat(console.byTestId("api-keys-group-create")).hasCount(0);
            }
        });
    }
}
