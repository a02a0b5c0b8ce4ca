package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No page and no dialog of ours breaks a rule of axe-core that counts, in light and in dark. */
class AccessibilityBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @BeforeAll
    static void fillTheRealm() {
        Keys.allowMany(realm);
        new Roles(realm).giveOfClient("key-admin", "realm-management", "realm-admin");
        new ShopScopes(realm).group("contact-manager", "contacts:read", "contacts:write", "gone");
        realm.admin().post(realm.adminUrl("/api-keys/ui-client")).then().statusCode(201);
        Keys keys = new Keys(realm);
        keys.create(Map.of(
                "name",
                "Three scopes",
                "scopes",
                List.of("calls:read", "contacts:read", "contacts:write"),
                "scopeGroups",
                List.of("contact-manager"),
                "expiresAt",
                "2999-01-31T00:00:00Z"));
        keys.act(keys.create(Map.of("name", "Stopped")), "disable");
        keys.act(keys.create(Map.of("name", "Ended")), "revoke");
    }

    private static void assertGood(String what, Page page) {
        assertThat(Axe.seriousViolations(page)).as(what).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void inTheConsole(ColorScheme colours) {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin", colours)) {
            Page page = console.page();
            console.openKeys();
            assertThat(console.row("Three scopes")).isVisible();
            assertGood("list", page);
            console.row("Three scopes").locator(".api-keys-more").focus();
            assertThat(page.locator("[role=tooltip]")).isVisible();
            assertGood("more scopes", page);
            page.keyboard().press("Escape");
            assertThat(page.locator("[role=tooltip]")).hasCount(0);
            create(console);
            console.openKey("Three scopes");
            assertThat(console.byTestId("api-key-events")).isVisible();
            assertGood("details", page);
            console.byTestId("api-key-rotate").click();
            assertGood("rotate", page);
            console.button("Cancel").click();
            console.byTestId("api-key-edit").click();
            assertThat(page.locator("[id='api-key-scope-calls:read']")).isVisible();
            assertGood("edit", page);
            console.button("Cancel").click();
            page.locator("#nav-item-clients").click();
            page.locator("a:text-is('shop-backend')").click();
            console.byTestId("api-keys-tab").click();
            assertThat(console.row("Three scopes")).isVisible();
            assertGood("client tab", page);
            console.byTestId("api-keys-client-tab-settings").click();
            assertThat(console.byTestId("api-keys-client-settings")).isVisible();
            assertGood("settings of the client", page);
            realmTabs(console);
        }
    }

    private static void realmTabs(AdminConsole console) {
        console.openKeys();
        console.byTestId("api-keys-tab-settings").click();
        assertThat(console.byTestId("api-keys-settings")).isVisible();
        assertGood("settings", console.page());
        console.byTestId("api-keys-tab-groups").click();
        assertThat(console.byTestId("api-keys-group").first()).isVisible();
        assertGood("scope groups", console.page());
    }

    private static void create(AdminConsole console) {
        Page page = console.page();
        console.byTestId("api-keys-create").click();
        page.locator("#api-key-client").fill("shop");
        assertThat(page.locator("[role=option]:has-text('shop-backend')")).isVisible();
        assertGood("create, choosing a client", page);
        page.locator("[role=option]:has-text('shop-backend')").click();
        page.locator("[id='api-key-group-contact-manager']").check();
        assertThat(console.byTestId("api-key-accepted-by")).isVisible();
        assertGood("create with groups", page);
        page.locator("#api-key-grant-full").check();
        assertGood("create with full access", page);
        page.locator("#api-key-grant-scopes").check();
        page.locator("[id='api-key-scope-calls:read']").check();
        console.button("Advanced settings").click();
        page.locator("#api-key-ips").fill("here");
        console.byTestId("api-key-create").click();
        assertThat(console.byTestId("api-key-ips-error")).isVisible();
        assertGood("create with scopes and mistakes", page);
        page.locator("#api-key-ips").fill("");
        page.locator("#api-key-name").fill("Made to be looked at");
        console.byTestId("api-key-create").click();
        assertThat(console.byTestId("api-key-value")).isVisible();
        assertGood("value", page);
        console.byTestId("api-key-done").click();
        assertGood("value not copied", page);
        console.byTestId("api-key-leave").click();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void onThePageBesideTheConsole(ColorScheme colours) {
        try (StandalonePage ui = StandalonePage.open(realm, "en", colours, "").logIn("key-admin")) {
            assertThat(ui.row("Three scopes")).isVisible();
            assertThat(Axe.seriousViolations(ui.page(), "body")).isEmpty();
        }
    }
}
