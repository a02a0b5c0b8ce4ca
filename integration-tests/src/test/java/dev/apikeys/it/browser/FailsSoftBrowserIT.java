package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A console that is not as expected goes on as if we were not there. */
class FailsSoftBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    /** As if the console's React kept its tree somewhere else. */
    private static final String ANOTHER_REACT = "{ const keys = Object.keys;"
            + " Object.keys = of => keys(of).filter(key => !key.startsWith('__reactContainer$')); }";

    private static List<String> ours(ConsoleWindow console) {
        return console.warnings().stream()
                .filter(text -> text.startsWith("API keys:"))
                .toList();
    }

    @Test
    void stockPagesAreUntouchedAndOneWarningIsLeft() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            console.page().addInitScript(ANOTHER_REACT);
            console.page().reload();
            console.page().locator("#nav-item-clients").click();
            console.page().locator("a:text-is('shop-backend')").click();
            assertThat(console.byTestId("clientSettingsTab")).isVisible();
            console.page().waitForCondition(() -> !ours(console).isEmpty());
            assertThat(ours(console)).hasSize(1);
            assertThat(console.page().locator("#nav-item-api-keys")).hasCount(0);
            assertThat(console.byTestId("api-keys-tab")).hasCount(0);
        }
    }

    @Test
    void soIsTheAccountConsole() {
        try (AccountConsole console = AccountConsole.open(realm, "alice")) {
            console.page().addInitScript(ANOTHER_REACT);
            console.goTo("");
            assertThat(console.byTestId("page-heading")).hasText("Personal info");
            assertThat(console.entry("applications")).isVisible();
            console.page().waitForCondition(() -> !ours(console).isEmpty());
            assertThat(ours(console)).hasSize(1);
            assertThat(console.entry("api-keys")).hasCount(0);
            console.entry("applications").click();
            assertThat(console.byTestId("page-heading")).hasText("Application");
        }
    }
}
