package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand keys are looked through page by page, and the browser never has more than a page of them. */
class ManyKeysBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final int KEYS = 1_000;
    private static final int TESTS = 120;

    @BeforeAll
    static void createKeys() {
        Keys.allowMany(realm);
        // a thousand rows less
        realm.admin()
                .body(Map.of("adminEventsEnabled", false))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        Keys keys = new Keys(realm);
        IntStream.rangeClosed(1, KEYS)
                .parallel()
                .forEach(i -> keys.create(
                        Map.of("name", "key %04d".formatted(i), "environment", i <= TESTS ? "test" : "live")));
    }

    /** The list as an administrator sees it, sorted by name, and what it asks the server for. */
    private static final class Window implements AutoCloseable {

        private final AdminConsole console = AdminConsole.open(realm, "key-viewer");
        private final List<String> questions = new CopyOnWriteArrayList<>();

        Window() {
            console.page().onRequest(request -> {
                if (request.url().contains("/api-keys?")) {
                    questions.add(request.url());
                }
            });
            console.openKeys();
            console.byTestId("api-keys-table")
                    .locator("th button:has-text('Name')")
                    .click();
            assertThat(rows().first()).containsText("key 0001");
        }

        Page page() {
            return console.page();
        }

        Locator rows() {
            return console.byTestId("api-keys-table").locator("tbody tr");
        }

        void show(int perPage) {
            page().locator("#options-menu-bottom-toggle").click();
            page().locator("[data-action=per-page-" + perPage + "]").click();
            assertThat(rows()).hasCount(perPage);
        }

        void go(String where) {
            page().locator(".pf-v5-c-pagination.pf-m-bottom button[data-action=" + where + "]")
                    .click();
        }

        String lastQuestion() {
            return questions.get(questions.size() - 1);
        }

        @Override
        public void close() {
            console.close();
        }
    }

    @Test
    void comeInPagesOfTheSizeThatOneChooses() {
        try (Window list = new Window()) {
            assertThat(list.rows()).hasCount(10);
            assertThat(list.page().locator(".pf-v5-c-pagination").first()).containsText("1000");
            for (int perPage : new int[] {25, 50, 100, 10}) {
                list.show(perPage);
                assertThat(list.rows().first()).containsText("key 0001");
                list.go("last");
                assertThat(list.rows().last()).containsText("key 1000");
                assertThat(list.rows()).hasCount(perPage);
                assertThat(list.lastQuestion()).contains("first=" + (KEYS - perPage) + "&max=" + perPage);
                list.go("previous");
                assertThat(list.rows().last()).containsText("key %04d".formatted(KEYS - perPage));
                list.go("first");
                assertThat(list.rows().first()).containsText("key 0001");
            }
        }
    }

    @Test
    void areFilteredByTheServer() {
        try (Window list = new Window()) {
            list.show(100);
            list.console.byTestId("api-keys-filter-environment").selectOption("test");
            assertThat(list.page().locator(".pf-v5-c-pagination").first()).containsText("120");
            list.go("last");
            assertThat(list.rows()).hasCount(TESTS - 100);
            assertThat(list.lastQuestion()).contains("environment=test").contains("first=100&max=100");
            list.console.byTestId("api-keys-search").locator("input").fill("key 011");
            assertThat(list.rows()).hasCount(10);
            assertThat(list.lastQuestion()).contains("search=key+011").contains("first=0&max=100");
        }
    }
}
