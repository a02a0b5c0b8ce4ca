package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.apikeys.it.account.Organization;
import dev.apikeys.it.account.People;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page in the account console offers what its user may do. */
class AccountAccessBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @Test
    void whoHasNoRoleOfTheAccountIsToldSo() {
        new People(realm).createWithAccountRoles("nobody");
        try (AccountConsole console = AccountConsole.open(realm, "nobody")) {
            assertThat(console.byTestId("api-keys-forbidden")).containsText("has no permission");
            assertThat(console.byTestId("api-keys-table")).hasCount(0);
            assertThat(console.byTestId("api-keys-create")).hasCount(0);
        }
    }

    @Test
    void whereNothingIsOfferedNothingCanBeMade() {
        TestRealm quiet = TestRealm.fromDemo();
        quiet.whileImported(() -> {
            quiet.clients().update("shop-backend", client -> client.put("enabled", false));
            try (AccountConsole console = AccountConsole.open(quiet, "alice")) {
                assertThat(console.byTestId("api-keys-empty")).containsText("There is nothing at present");
                assertThat(console.byTestId("api-keys-create")).hasCount(0);
            }
        });
    }

    @Test
    void anAdministratorInTheNameOfTheUserSeesAndEndsKeysAndMakesNone() {
        new Keys(realm).create(Map.of("name", "Of Carol", "userId", new People(realm).create("carol")));
        try (AccountConsole console = AccountConsole.impersonating(realm, "carol")) {
            assertThat(console.row("Of Carol")).isVisible();
            assertThat(console.byTestId("api-keys-create")).hasCount(0);
            console.act("Of Carol", "Disable");
            assertThat(console.row("Of Carol").getByTestId("api-key-status")).hasText("Disabled");
            console.row("Of Carol").locator("a").click();
            assertThat(console.byTestId("api-key-revoke")).isVisible();
            assertThat(console.byTestId("api-key-edit")).hasCount(0);
            assertThat(console.byTestId("api-key-rotate")).hasCount(0);
            assertThat(console.page().locator("#api-key-enabled")).hasCount(0);
        }
    }

    @Test
    void aRecentLoginIsAskedForAndLeadsBack() {
        realm.setAttribute("api-keys.self-service-max-auth-age", "1");
        try (AccountConsole console = AccountConsole.open(realm, "alice")) {
            Instant loggedIn = Instant.now();
            Page page = console.page();
            console.beginKey("After a login");
            page.waitForCondition(() -> Instant.now().isAfter(loggedIn.plusSeconds(3)));
            console.byTestId("api-key-create").click();
            assertThat(console.byTestId("api-key-problem")).containsText("Please log in again");
            realm.setAttribute("api-keys.self-service-max-auth-age", "3600");
            console.byTestId("api-keys-log-in").click();
            page.locator("#password").fill("alice");
            page.locator("#kc-login").click();
            assertThat(console.byTestId("api-keys-title")).isVisible();
            assertThat(page.url()).isEqualTo(console.url("/api-keys"));
            console.beginKey("After a login");
            console.byTestId("api-key-create").click();
            console.takeValue();
            assertThat(console.row("After a login")).isVisible();
        } finally {
            realm.setAttribute("api-keys.self-service-max-auth-age", "");
        }
    }

    @Test
    void whoLooksAfterTheKeysOfAnOrganizationChoosesForWhomOneIs() {
        TestRealm organized = TestRealm.fromDemo();
        organized.whileImported(() -> {
            // before there are organizations, which change how one logs in
            try (AccountConsole console = AccountConsole.open(organized, "alice")) {
                Organization acme = Organization.create(organized, "acme");
                acme.add("alice");
                acme.createClient("acme-app");
                new Roles(organized).giveOfClient("alice", "acme-app", "api-keys-manager");
                console.goTo("/api-keys");
                Page page = console.page();
                console.byTestId("api-keys-create").first().click();
                page.locator("#api-key-client").fill("acme");
                assertThat(page.locator("[role=option]:has-text('acme-app')")).containsText("acme");
                page.locator("#api-key-owner-service-account").check();
                assertThat(page.locator("#api-key-client")).hasValue("acme-app");
                page.locator("#api-key-name").fill("Of Acme");
                page.locator("[id='api-key-scope-calls:read']").check();
                console.byTestId("api-key-create").click();
                String value = console.takeValue();
                assertThat(organized
                                .introspect("demo-api", "demo-api-secret", value)
                                .<String>path("username"))
                        .isEqualTo("service-account-acme-app");
                assertThat(console.byTestId("api-keys-filter-owner")).hasValue("service_account");
                assertThat(console.row("Of Acme")).isVisible();
                console.byTestId("api-keys-filter-owner").selectOption("user");
                assertThat(console.byTestId("api-keys-empty")).isVisible();
                revokesWhatIsSwitchedOff(organized, console, "Of Acme");
            }
        });
    }

    /** Whoever looks after keys that do not work now finds them all the same. */
    private static void revokesWhatIsSwitchedOff(TestRealm organized, AccountConsole console, String name) {
        organized.clients().setAttribute("acme-app", "api-keys.enabled", "false");
        console.page().reload();
        console.byTestId("api-keys-filter-owner").selectOption("service_account");
        console.row(name).locator("a").click();
        assertThat(console.byTestId("api-key-title")).hasText(name);
        assertThat(console.byTestId("api-key-edit")).hasCount(0);
        assertThat(console.byTestId("api-key-rotate")).hasCount(0);
        console.byTestId("api-key-revoke").click();
        console.byTestId("api-keys-confirm").click();
        assertThat(console.byTestId("fact-apiKeysStatus")).hasText("Revoked");
    }
}
