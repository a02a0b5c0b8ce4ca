package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole life of a key by clicking; what the pages say is what a resource server learns. */
class KeyLifeBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String EVERYTHING_THAT_IS_KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage},"
            + " document.cookie, history.state, [...document.querySelectorAll('input, textarea')].map(e => e.value)])";

    @BeforeAll
    static void letTheAdministratorSeeEventsAndActForUsers() {
        Roles roles = new Roles(realm);
        for (String role : List.of("view-events", "view-users", "impersonation")) {
            roles.giveOfClient("key-admin", "realm-management", role);
        }
    }

    private static void assertActive(String value, boolean active) {
        assertThat(realm.introspect("demo-api", "demo-api-secret", value).<Boolean>path("active"))
                .isEqualTo(active);
    }

    /** The value is in no place from which anybody could still take it. */
    private static void assertForgotten(AdminConsole console, String value) {
        assertThat(console.byTestId("api-key-value-dialog")).hasCount(0);
        assertThat(console.page().content()).doesNotContain(value);
        assertThat(console.page().url()).doesNotContain(value);
        assertThat(String.valueOf(console.page().evaluate(EVERYTHING_THAT_IS_KEPT)))
                .doesNotContain(value);
    }

    private static String takeValue(AdminConsole console) {
        Locator shown = console.byTestId("api-key-value");
        assertThat(shown).isVisible();
        String value = shown.inputValue();
        assertThat(console.byTestId("api-key-curl").inputValue()).contains(value);
        console.byTestId("api-key-value-copy").click();
        assertThat(String.valueOf(console.page().evaluate("navigator.clipboard.readText()")))
                .isEqualTo(value);
        console.page().evaluate("navigator.clipboard.writeText('')");
        console.byTestId("api-key-done").click();
        console.takeAnswers();
        assertForgotten(console, value);
        return value;
    }

    @Test
    void isCreatedDisabledEnabledRotatedRevokedAndDeleted() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            console.openKeys();
            assertThat(console.byTestId("api-keys-empty")).isVisible();
            create(console, "Website");
            String first = takeValue(console);
            assertActive(first, true);
            assertThat(console.row("Website").getByTestId("api-key-status")).hasText("Active");

            console.act("Website", "Disable");
            assertThat(console.row("Website").getByTestId("api-key-status")).hasText("Disabled");
            assertActive(first, false);
            console.act("Website", "Enable");
            assertThat(console.row("Website").getByTestId("api-key-status")).hasText("Active");
            assertActive(first, true);

            console.openKey("Website");
            assertThat(console.byTestId("api-key-title")).hasText("Website");
            assertThat(console.byTestId("fact-apiKeysEffectiveScopes")).hasText("calls:read");
            assertThat(console.byTestId("fact-apiKeysAcceptedBy")).hasText("demo-api");
            rename(console, "Website 2");
            String second = rotate(console);
            assertActive(first, true);
            assertActive(second, true);

            console.byTestId("api-key-revoke").click();
            console.byTestId("api-keys-confirm").click();
            assertThat(console.byTestId("fact-apiKeysStatus")).hasText("Revoked");
            assertThat(console.byTestId("api-key-rotate")).hasCount(0);
            assertActive(second, false);
            assertThat(console.byTestId("api-key-events").locator("tbody tr")).hasCount(6);
            assertThat(console.byTestId("api-key-events").locator("tbody tr").first())
                    .containsText("key-admin");

            delete(console, "Website 2");
            assertThat(console.byTestId("api-keys-empty")).isVisible();
            assertForgotten(console, first);
            assertForgotten(console, second);
            assertThat(console.takeAnswers()).noneMatch(answer -> answer.contains(first) || answer.contains(second));
            assertThat(console.warnings()).noneMatch(text -> text.contains("API keys"));
        }
    }

    @Test
    void doesNotEndUnnoticedWhenTheValueWasNotCopied() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            console.openKeys();
            create(console, "Forgotten");
            String value = console.byTestId("api-key-value").inputValue();
            console.byTestId("api-key-done").click();
            assertThat(console.byTestId("api-key-leave")).isVisible();
            console.button("Stay").click();
            assertThat(console.byTestId("api-key-value")).hasValue(value);
            console.byTestId("api-key-done").click();
            console.byTestId("api-key-leave").click();
            assertForgotten(console, value);
            realm.admin()
                    .delete(realm.adminUrl("/api-keys/" + idOf("Forgotten")))
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void ofAUserIsMadeForWhomTheAdministratorChooses() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            console.openKeys();
            console.byTestId("api-keys-create").click();
            console.page().locator("#api-key-client").fill("shop");
            console.page().locator("[role=option]:has-text('shop-backend')").click();
            console.page().locator("#api-key-owner-user").check();
            console.page().locator("#api-key-name").fill("Personal");
            console.page().locator("[id='api-key-scope-calls:read']").check();
            console.byTestId("api-key-create").click();
            assertThat(console.page().getByText("Choose the user whom the key acts for."))
                    .isVisible();
            console.page().locator("#api-key-user").fill("ali");
            console.page().locator("[role=option]:has-text('Alice Adams')").click();
            assertThat(console.byTestId("api-key-accepted-by")).hasText("demo-api");
            console.byTestId("api-key-create").click();
            String value = takeValue(console);
            assertThat(console.row("Personal")).containsText("alice");
            assertThat(realm.introspect("demo-api", "demo-api-secret", value).<String>path("sub"))
                    .isEqualTo(realm.users().id("alice"));
            realm.admin()
                    .delete(realm.adminUrl("/api-keys/" + idOf("Personal")))
                    .then()
                    .statusCode(204);
        }
    }

    private static String idOf(String name) {
        List<String> ids = realm.admin()
                .queryParams(Map.of("search", name))
                .get(realm.adminUrl("/api-keys"))
                .path("id");
        return ids.get(0);
    }

    private static void create(AdminConsole console, String name) {
        console.byTestId("api-keys-create").click();
        console.page().locator("#api-key-client").fill("shop");
        console.page().locator("[role=option]:has-text('shop-backend')").click();
        console.page().locator("#api-key-name").fill(name);
        console.page().locator("[id='api-key-scope-calls:read']").check();
        console.byTestId("api-key-create").click();
    }

    private static void rename(AdminConsole console, String name) {
        console.byTestId("api-key-edit").click();
        console.page().locator("#api-key-name").fill(name);
        console.byTestId("api-key-save").click();
        assertThat(console.byTestId("api-key-title")).hasText(name);
    }

    private static String rotate(AdminConsole console) {
        console.byTestId("api-key-rotate").click();
        console.page().locator("#api-keys-overlap").selectOption("3600");
        console.byTestId("api-keys-confirm").click();
        String value = takeValue(console);
        assertThat(console.byTestId("fact-apiKeysOverlapUntil")).isVisible();
        return value;
    }

    private static void delete(AdminConsole console, String name) {
        console.byTestId("api-key-delete").click();
        assertThat(console.byTestId("api-keys-confirm")).isDisabled();
        console.page().locator("#api-keys-delete-name").fill(name);
        console.byTestId("api-keys-confirm").click();
    }
}
