package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.UsageOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dialog in which people see how a key was used. */
class UsageBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static String lastOutcome;

    @BeforeAll
    static void useAKey() {
        Keys keys = new Keys(realm);
        keys.create(Map.of("name", "Unused"));
        NewKey key = keys.create(Map.of("name", "Busy", "limits", List.of("6/hour")));
        keys.introspect(key.value(), Map.of("cost", 6, "client_ip", "203.0.113.7"));
        keys.introspect(key);
        keys.introspect(key.value(), Map.of("scope", "calls:write"));
        realm.setAttribute("api-keys.outcomes", "sent,delivered,read");
        realm.setAttribute("api-keys.outcome-rates", "delivered=(delivered+read)/sent");
        new Reports(realm)
                .send(List.of(
                        Reports.entry(key.id(), "sent", 8),
                        Reports.entry(key.id(), "delivered", 4),
                        Reports.entry(key.id(), "read", 2)))
                .then()
                .statusCode(204);
        lastOutcome = new UsageOf(realm, key).after(8).getString("lastOutcomeAt");
    }

    @Test
    void tellsWhatBecameOfTheCallsInFiguresBarsAndPicture() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            console.openKeys();
            console.act("Busy", "Usage");
            assertThat(console.byTestId("api-keys-usage-total")).containsText("8");
            assertThat(console.byTestId("api-keys-usage-allowed")).containsText("6");
            assertThat(console.byTestId("api-keys-usage-denied")).containsText("2");
            assertThat(console.byTestId("api-keys-usage-last")).containsText("from 203.0.113.7");
            Page page = console.page();
            assertThat(page.locator("#api-keys-usage-allowed-rate")).containsText("75%");
            assertThat(page.locator("#api-keys-usage-reason-rate_limit_exceeded"))
                    .containsText("The rate limit was exceeded1 · 12.5%");
            assertThat(page.locator("#api-keys-usage-reason-insufficient_scope"))
                    .containsText("A scope was missing");
            assertThat(console.byTestId("api-keys-usage-bars").locator("svg").first())
                    .isVisible();
            assertThat(console.byTestId("api-keys-usage-outcome-delivered")).hasText("Delivered4");
            assertThat(console.byTestId("api-keys-usage-last-outcome").locator("time"))
                    .hasAttribute("datetime", lastOutcome);
            assertThat(page.locator("#api-keys-usage-rate-delivered")).containsText("Delivery rate75%");
            assertThat(heights(console))
                    .as("two for each hour, and two in the legend")
                    .hasSize(50)
                    .filteredOn(height -> height > 0)
                    .hasSize(4);
            figures(console, 24);

            page.locator("#api-keys-usage-7d").click();
            assertThat(console.byTestId("api-keys-usage-of-day")).isVisible();
            figures(console, 7);
            page.locator("#api-keys-usage-30d").click();
            figures(console, 30);
            page.keyboard().press("Escape");
            assertThat(console.byTestId("api-keys-usage")).hasCount(0);

            console.act("Unused", "Usage");
            assertThat(console.byTestId("api-keys-usage-total")).containsText("0");
            assertThat(console.byTestId("api-keys-usage-last")).containsText("Never");
            assertThat(console.byTestId("api-keys-usage-last-outcome")).hasText("Last outcomeNever");
            assertThat(console.byTestId("api-keys-usage")).containsText("No calls in this time.");
        }
    }

    /** How high the bars of the chart are, allowed and denied ones. */
    private static List<Double> heights(AdminConsole console) {
        return console.byTestId("api-keys-usage-bars").locator("path[role=presentation]").all().stream()
                .map(bar -> bar.evaluate("path => path.getBBox().height"))
                .map(height -> ((Number) height).doubleValue())
                .toList();
    }

    /** The hours or days stand in the table, the present one first: nothing happened in all the others. */
    private static void figures(AdminConsole console, int pieces) {
        console.page().locator("#api-keys-usage-table").click();
        Locator rows = console.byTestId("api-keys-usage-figures").locator("tbody tr");
        assertThat(rows).hasCount(pieces);
        int allowed = rows.all().stream()
                .mapToInt(row -> Integer.parseInt(row.locator("td").nth(1).innerText()))
                .sum();
        assertThat(allowed).isEqualTo(6);
    }

    @Test
    void isReadableInTheDarkOnATelephoneAndByAssistiveTechnology() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin", ColorScheme.DARK)) {
            console.openKeys();
            console.openKey("Busy");
            Page page = console.page();
            page.setViewportSize(375, 800);
            console.byTestId("api-key-usage").click();
            assertThat(console.byTestId("api-keys-usage-bars").locator("svg").first())
                    .isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(Axe.seriousViolations(page)).isEmpty();
            page.locator("#api-keys-usage-table").click();
            assertThat(Axe.seriousViolations(page)).isEmpty();
        }
    }
}
