package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list is searched, filtered, sorted and paged by the server. */
class ListBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final int KEYS = 27;

    @BeforeAll
    static void createKeys() {
        Keys.allowMany(realm);
        Keys keys = new Keys(realm);
        NewKey expiring = keys.create(Map.of(
                "name", "an old one", "expiresAt", Instant.now().plusSeconds(2).toString()));
        keys.act(keys.create(Map.of("name", "a revoked one")), "revoke");
        for (int i = 1; i <= KEYS; i++) {
            keys.create(Map.of("name", "key %02d".formatted(i), "environment", i <= 3 ? "test" : "live"));
        }
        keys.act(keys.create(Map.of("name", "a stopped one")), "disable");
        Eventually.get(
                () -> realm.admin()
                        .get(realm.adminUrl("/api-keys/" + expiring.id()))
                        .<String>path("status"),
                "expired"::equals);
    }

    private static Locator firstRow(AdminConsole console) {
        return console.byTestId("api-keys-table").locator("tbody tr").first();
    }

    @Test
    void pagesAndSortsAndFilters() {
        try (AdminConsole console = AdminConsole.open(realm, "key-viewer")) {
            console.openKeys();
            Locator rows = console.byTestId("api-keys-table").locator("tbody tr");
            assertThat(rows).hasCount(10);
            assertThat(firstRow(console)).containsText("a stopped one");
            console.byTestId("api-keys-table")
                    .locator("th button:has-text('Name')")
                    .click();
            assertThat(rows.nth(3)).containsText("key 01");
            console.page().locator("button[data-action=next]").first().click();
            assertThat(firstRow(console)).containsText("key 08");

            console.byTestId("api-keys-filter-status").selectOption("disabled");
            assertThat(rows).hasCount(1);
            assertThat(firstRow(console)).containsText("a stopped one");
            console.button("Clear filters").click();
            console.byTestId("api-keys-filter-environment").selectOption("test");
            assertThat(rows).hasCount(3);
            console.button("Clear filters").click();
            console.byTestId("api-keys-filter-expiry").selectOption("30");
            assertThat(console.byTestId("api-keys-nothing-found")).isVisible();
            console.byTestId("api-keys-filter-expiry").selectOption("never");
            assertThat(rows).hasCount(10);
            console.byTestId("api-keys-filter-unused").selectOption("7");
            assertThat(console.byTestId("api-keys-nothing-found")).isVisible();
            console.byTestId("api-keys-nothing-found").locator("button").click();
            console.byTestId("api-keys-search").locator("input").fill("KEY 2");
            assertThat(rows).hasCount(8);
        }
    }

    @Test
    void keepsWhatHasEndedForAudit() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            console.openKeys();
            Locator rows = console.byTestId("api-keys-table").locator("tbody tr");
            console.byTestId("api-keys-filter-status").selectOption("expired");
            assertThat(rows).hasCount(1);
            assertThat(firstRow(console)).containsText("an old one");
            console.byTestId("api-keys-filter-status").selectOption("revoked");
            assertThat(firstRow(console)).containsText("a revoked one");
            assertThat(rows).hasCount(1);
            firstRow(console).locator("button.pf-v5-c-menu-toggle").click();
            assertThat(console.page().locator("[role=menuitem]")).hasText(new String[] {"Usage", "Delete"});
        }
    }

    @Test
    void isWhereItWasAfterLookingAtAKey() {
        try (AdminConsole console = AdminConsole.open(realm, "key-viewer")) {
            console.openKeys();
            console.byTestId("api-keys-search").locator("input").fill("key 05");
            Locator rows = console.byTestId("api-keys-table").locator("tbody tr");
            assertThat(rows).hasCount(1);
            console.openKey("key 05");
            assertThat(console.byTestId("api-key-title")).hasText("key 05");
            console.page().goBack();
            assertThat(rows).hasCount(1);
        }
    }
}
