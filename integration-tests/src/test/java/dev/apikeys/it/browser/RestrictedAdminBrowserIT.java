package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an administrator may not do is not offered. */
class RestrictedAdminBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static NewKey key = new NewKey("", "");

    @BeforeAll
    static void createKey() {
        key = new Keys(realm).create(Map.of("name", "Look at me"));
        Roles roles = new Roles(realm);
        roles.giveOfClient("alice", "realm-management", "view-users");
        roles.giveOfClient("query-only", "realm-management", "view-clients");
        roles.giveOfClient("query-only", "realm-management", "view-events");
    }

    @Test
    void whoMayOnlyViewClientsSeesKeysAndNoActions() {
        try (AdminConsole console = AdminConsole.open(realm, "key-viewer")) {
            console.openKeys();
            assertThat(console.row("Look at me")).isVisible();
            assertThat(console.byTestId("api-keys-create")).hasCount(0);
            console.row("Look at me").locator("button.pf-v5-c-menu-toggle").click();
            assertThat(console.page().locator("[role=menuitem]")).hasText(new String[] {"Usage"});
            console.page().keyboard().press("Escape");
            console.openKey("Look at me");
            assertThat(console.byTestId("fact-apiKeysStatus")).hasText("Active");
            assertThat(console.byTestId("fact-apiKeysLimits")).containsText("1,000 requests per hour");
            for (String action : new String[] {"edit", "rotate", "revoke", "delete"}) {
                assertThat(console.byTestId("api-key-" + action)).hasCount(0);
            }
            assertThat(console.page().locator("#api-key-enabled")).hasCount(0);
            assertThat(console.byTestId("api-key-events")).hasCount(0);
        }
    }

    @Test
    void whoMayManageClientsButNotSeeEventsHasEveryActionAndNoEvents() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            console.openKeys();
            console.openKey("Look at me");
            for (String action : new String[] {"edit", "rotate", "revoke", "delete"}) {
                assertThat(console.byTestId("api-key-" + action)).isVisible();
            }
            assertThat(console.byTestId("api-key-events")).hasCount(0);
        }
    }

    @Test
    void whoMaySeeEventsButNotWhoCausedThemReadsAnId() {
        String actor = realm.admin()
                .queryParam("resourcePath", "api-keys/" + key.id())
                .get(realm.adminUrl("/admin-events"))
                .path("[0].authDetails.userId");
        try (AdminConsole console = AdminConsole.open(realm, "query-only")) {
            console.openKeys();
            console.openKey("Look at me");
            assertThat(console.byTestId("api-key-events").locator("tbody tr")).containsText(actor);
        }
    }

    @Test
    void whoMayNotSeeClientsHasNoEntryAndNoPage() {
        try (AdminConsole console = AdminConsole.open(realm, "alice")) {
            assertThat(console.page().locator("#nav-item-users")).isVisible();
            console.goTo("/api-keys/" + key.id());
            assertThat(console.page().getByText("Page Not Found")).isVisible();
            assertThat(console.page().locator("#nav-item-api-keys")).hasCount(0);
            assertThat(console.page().locator("api-keys-admin")).hasCount(0);
            assertThat(console.warnings()).noneMatch(text -> text.contains("API keys"));
        }
    }
}
