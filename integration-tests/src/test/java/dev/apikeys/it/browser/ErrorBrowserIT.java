package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong is shown where it went wrong, and never as success. */
class ErrorBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final Pattern LIST = Pattern.compile(".*/api-keys\\?.*");

    private static void fill(Page page, String name) {
        page.getByTestId("api-keys-create").first().click();
        page.locator("#api-key-client").fill("shop");
        page.locator("[role=option]:has-text('shop-backend')").click();
        page.locator("#api-key-name").fill(name);
        page.locator("[id='api-key-scope-calls:read']").check();
    }

    @Nested
    class AListThatCannotBeLoaded {

        @Test
        void isAnErrorAndIsThereWhenTriedAgain() {
            try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
                Page page = console.page();
                page.route(
                        LIST,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(500)
                                .setContentType("application/json")
                                .setBody("{\"error\":\"unknown_error\",\"error_description\":\"The disk is full\"}")));
                console.openKeys();
                assertThat(console.byTestId("api-keys-error")).containsText("The disk is full");
                assertThat(console.byTestId("api-keys-empty")).hasCount(0);
                page.unroute(LIST);
                console.button("Try again").click();
                assertThat(console.byTestId("api-keys-error")).hasCount(0);
            }
        }

        @Test
        void isAnErrorWhenTheServerDoesNotAnswer() {
            try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
                console.page().route(LIST, Route::abort);
                console.openKeys();
                assertThat(console.byTestId("api-keys-error")).containsText("The server did not answer.");
            }
        }
    }

    @Nested
    class ANewKey {

        @Test
        void thatThePageFindsWrongIsToldLineByLine() {
            try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
                console.openKeys();
                fill(console.page(), " ");
                console.button("Advanced settings").click();
                console.page().locator("#api-key-ips").fill("203.0.113.7\n\nhere");
                console.byTestId("api-key-create").click();
                assertThat(console.byTestId("api-key-name-error")).isVisible();
                assertThat(console.byTestId("api-key-ips-error")).containsText("Line 3: \"here\"");
            }
        }

        @Test
        void thatTheServerRefusesIsToldAtTheField() {
            try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
                console.openKeys();
                fill(console.page(), "Wrong range");
                console.button("Advanced settings").click();
                console.page().locator("#api-key-ips").fill("203.0.113.7\n\n203.0.113.7/24");
                console.byTestId("api-key-create").click();
                assertThat(console.byTestId("api-key-ips-error")).containsText("Line 3: '203.0.113.7/24'");
                assertThat(console.byTestId("api-key-problem")).hasCount(0);
                console.page().locator("#api-key-ips").fill("203.0.113.0/24");
                console.byTestId("api-key-create").click();
                console.byTestId("api-key-value-copy").click();
                console.byTestId("api-key-done").click();
                assertThat(console.row("Wrong range")).isVisible();
            }
        }

        @Test
        void thatIsOneTooManyIsToldAboveTheForm() {
            realm.setAttribute("api-keys.max-active-per-client", "0");
            try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
                console.openKeys();
                fill(console.page(), "Too many");
                console.byTestId("api-key-create").click();
                assertThat(console.byTestId("api-key-problem")).containsText("api-keys.max-active-per-client");
                assertThat(console.byTestId("api-key-value")).hasCount(0);
            } finally {
                realm.setAttribute("api-keys.max-active-per-client", "10");
            }
        }

        @Test
        void mustKeepToThePoliciesOfTheRealm() {
            TestRealm strict = TestRealm.fromDemo();
            strict.whileImported(() -> {
                strict.setAttribute("api-keys.require-ip", "true");
                strict.setAttribute("api-keys.max-lifetime", "2592000");
                try (AdminConsole console = AdminConsole.open(strict, "key-admin")) {
                    console.openKeys();
                    fill(console.page(), "Strict");
                    assertThat(console.page().locator("#api-key-expiry")).hasValue("30");
                    console.byTestId("api-key-create").click();
                    assertThat(console.byTestId("api-key-ips-error")).isVisible();
                    console.page().locator("#api-key-ips").fill("::1");
                    console.byTestId("api-key-create").click();
                    assertThat(console.byTestId("api-key-value")).isVisible();
                }
            });
        }
    }

    @Nested
    class AChange {

        @Test
        void ofAKeyThatSomebodyElseHasChangedIsRefused() {
            Keys.NewKey key = new Keys(realm).create(Map.of("name", "Contested"));
            try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
                console.openKeys();
                console.openKey("Contested");
                console.byTestId("api-key-edit").click();
                console.page().locator("#api-key-name").fill("Mine");
                new Keys(realm).change(key, Map.of("description", "theirs"));
                console.byTestId("api-key-save").click();
                assertThat(console.byTestId("api-key-problem")).containsText("read it again");
                assertThat(realm.admin()
                                .get(realm.adminUrl("/api-keys/" + key.id()))
                                .<String>path("name"))
                        .isEqualTo("Contested");
            }
        }
    }
}
