package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The documentation of an API for the permissions of a key, and requests sent from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentationBrowserIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String HOSTILE =
            """
            {
              "openapi": "3.1.0",
              "__proto__": {"polluted": true},
              "info": {
                "title": "<img src=x onerror='window.hacked=1'>",
                "description": "<script>window.hacked=1</script>\\n\\n![x](https://evil.example/x.png) [go](javascript:window.hacked=1) **safe**"
              },
              "servers": [{"url": "javascript:window.hacked=1"}],
              "paths": {"/a": {"get": {
                "summary": "<b>bold</b>",
                "parameters": [{"name": "q", "in": "query", "schema": {"$ref": "https://evil.example/schema.json"}}]
              }}}
            }
            """;

    private NewKey reader;
    private NewKey writer;
    private DemoApiServer api;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        api = DemoApiServer.start(realm);
        Keys keys = new Keys(realm);
        reader = keys.create(Map.of("name", "Reader", "scopes", List.of("calls:read")));
        writer = keys.create(Map.of(
                "name", "Writer", "scopes", List.of("calls:write", "contacts:read"), "limits", List.of("7/minute")));
        realm.admin().post(realm.adminUrl("/api-keys/ui-client")).then().statusCode(201);
        realm.admin()
                .body(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void showsWhatTheKeyMayDoAndSendsIt() {
        DemoApiServer.document(realm, api.url() + "/openapi.json");
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            Page page = console.page();
            List<Request> requests = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (request.url().startsWith(api.url())) {
                    requests.add(request);
                }
            });
            openDocumentation(console);
            assertThat(sections(page)).hasText(new String[] {"Calls", "Contacts", "Health"});
            assertThat(console.byTestId("api-docs-base")).hasText(api.url());
            assertThat(console.byTestId("api-docs-errors"))
                    .containsText("urn:keycloak:params:api-keys:error:unauthorized");
            assertThat(console.byTestId("api-docs-errors")).containsText("key_revoked");
            assertThat(console.byTestId("api-docs-limits")).containsText("1,000 requests per hour");
            assertThat(console.byTestId("api-docs-hidden")).hasCount(0);

            show(page, reader);
            assertThat(sections(page)).hasText(new String[] {"Calls", "Health"});
            assertThat(console.byTestId("api-docs-hidden")).containsText("4 operations");
            assertThat(operation(page, "GET /calls")).isVisible();
            assertThat(operation(page, "POST /calls")).hasCount(0);

            show(page, writer);
            assertThat(operation(page, "GET /calls")).hasCount(0);
            assertThat(operation(page, "POST /contacts")).hasCount(0);
            assertThat(console.byTestId("api-docs-limits")).containsText("7 requests per minute");
            Locator create = operation(page, "POST /calls");
            toggle(create);
            assertThat(create.getByTestId("api-docs-curl")).containsText("\"to\": \"+15735551234\"");
            create.getByTestId("api-docs-example").selectOption("A number abroad");
            assertThat(create.getByTestId("api-docs-body")).hasValue("{\n  \"to\": \"+493012345678\"\n}");
            String curl = create.getByTestId("api-docs-curl").textContent();
            assertThat(curl)
                    .startsWith("curl '" + api.url() + "/calls' \\\n  -H \"X-API-Key: $API_KEY\"")
                    .contains("+493012345678");
            create.getByTestId("api-docs-curl-copy").click();
            assertThat(create.getByTestId("api-docs-curl-copy")).hasText("Copied");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(curl);
            assertThat(create.getByTestId("api-docs-javascript")).containsText("\"X-API-Key\": process.env.API_KEY");
            assertThat(Axe.seriousViolations(page)).isEmpty();

            requests.clear();
            create.getByTestId("api-docs-send").click();
            assertThat(create.getByTestId("api-docs-mistake")).hasText("Danger alert:Paste an API key first.");
            assertThat(requests).isEmpty();
            Locator field = create.getByTestId("api-docs-try-key");
            assertThat(field).hasAttribute("type", "password");
            assertThat(field).hasAttribute("autocomplete", "off");
            field.fill(reader.value());
            create.getByTestId("api-docs-send").click();
            assertThat(create.getByTestId("api-docs-status")).containsText("Answer: 403");
            assertThat(create.getByTestId("api-docs-answer")).containsText("INSUFFICIENT_SCOPE");
            field.fill(writer.value());
            create.getByTestId("api-docs-send").click();
            assertThat(create.getByTestId("api-docs-status")).containsText("Answer: 201");
            assertThat(create.getByTestId("api-docs-answer")).containsText("+493012345678");
            assertThat(create.getByTestId("api-docs-answer-headers")).containsText("\"key\";q=7;w=60");
            assertThat(create.getByTestId("api-docs-answer-headers")).containsText("X-RateLimit-Remaining");
            assertThat(Axe.seriousViolations(page)).isEmpty();
            assertKnowsNothingOfTheReader(requests);
            assertNowhereKept(page, writer.value());

            console.byTestId("api-keys-client-tab-keys").click();
            assertThat(console.byTestId("api-docs")).hasCount(0);
            console.byTestId("api-keys-client-tab-docs").click();
            toggle(operation(page, "POST /calls"));
            assertThat(console.byTestId("api-docs-try-key")).hasValue("");
            assertThat(console.warnings()).noneMatch(text -> text.contains("Content Security Policy"));
        }
    }

    @Test
    void usersReadItForTheirOwnKeysAndSeeHowTheyWereUsed() {
        DemoApiServer.document(realm, api.url() + "/openapi.json");
        NewKey calls = ownKey("Ringing", "calls:read");
        NewKey contacts = ownKey("Leafing", "contacts:read");
        realm.users().update("alice", user -> user.put("attributes", Map.of("locale", List.of("de"))));
        try (AccountConsole console = AccountConsole.open(realm, "alice", ColorScheme.DARK)) {
            Page page = console.page();
            page.setViewportSize(375, 812);
            assertThat(console.row("Ringing")).isVisible();
            console.byTestId("api-keys-tab-docs").click();
            assertThat(sections(page)).hasText(new String[] {"Calls", "Contacts", "Health"});
            assertThat(console.byTestId("api-docs-authentication")).containsText("Authentifizierung");
            show(page, contacts);
            assertThat(sections(page)).hasText(new String[] {"Contacts", "Health"});
            show(page, calls);
            assertThat(sections(page)).hasText(new String[] {"Calls", "Health"});
            assertThat(operation(page, "POST /calls")).hasCount(0);
            tryCalls(page, calls);
            assertFits(page);
            assertThat(Axe.seriousViolations(page)).isEmpty();
            assertNowhereKept(page, calls.value());

            console.byTestId("api-keys-tab-keys").click();
            assertThat(console.byTestId("api-docs")).hasCount(0);
            ownKey("Later", "calls:read");
            console.byTestId("api-keys-tab-docs").click();
            assertThat(page.locator("#api-docs-key option")).hasCount(4);
            toggle(operation(page, "GET /calls"));
            assertThat(console.byTestId("api-docs-try-key")).hasValue("");

            console.byTestId("api-keys-tab-keys").click();
            console.act("Leafing", "Nutzung");
            assertThat(console.byTestId("api-keys-usage-total")).containsText("0");
            page.keyboard().press("Escape");
            new Keys(realm).act(calls, "disable");
            console.row("Ringing").locator("a").click();
            toggle(console.byTestId("api-key-docs"));
            assertThat(page.locator("#api-docs-key")).hasValue(calls.id());
            assertThat(sections(page)).hasText(new String[] {"Calls", "Health"});
            assertThat(operation(page, "POST /calls")).hasCount(0);
            console.byTestId("api-key-edit").click();
            page.locator("[id='api-key-scope-calls:write']").check();
            console.byTestId("api-key-save").click();
            assertThat(operation(page, "POST /calls")).isVisible();
            assertThat(sections(page)).hasText(new String[] {"Calls", "Health"});
        }
    }

    @Test
    void saysWhyThereIsNothingToShowAndLetsDocumentsDoNothingButTalk() {
        try (AdminConsole console = AdminConsole.open(realm, "key-admin")) {
            Page page = console.page();
            assertFails(console, api.url() + "/missing.json", "answered with status 404");
            assertFails(console, api.url() + "/health", "is no OpenAPI document of version 3");
            assertFails(console, "javascript:alert(1)", "The attribute api-keys.openapi-url");
            // of another origin, and without a word of CORS
            assertFails(
                    console,
                    realm.realmUrl("").replaceFirst("//127.0.0.1(:\\d+)/.*", "//localhost$1/robots.txt"),
                    "Access-Control-Allow-Origin");

            page.route(
                    "https://hostile.example/**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setHeaders(Map.of("Access-Control-Allow-Origin", "*", "Content-Type", "application/json"))
                            .setBody(HOSTILE)));
            List<String> foreign = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("evil.example")) {
                    foreign.add(request.url());
                }
            });
            DemoApiServer.document(realm, "https://hostile.example/openapi.json");
            openDocumentation(console);
            assertThat(console.byTestId("api-docs-no-server")).isVisible();
            toggle(operation(page, "GET /a"));
            assertThat(console.byTestId("api-docs-value-q")).isVisible();
            assertThat(console.byTestId("api-docs-send")).hasCount(0);
            assertThat(page.locator(".api-docs strong").first()).hasText("safe");
            assertThat(page.locator(".api-docs img, .api-docs script, .api-docs b, .api-docs a"))
                    .hasCount(0);
            assertThat(page.evaluate("window.hacked === undefined && ({}).polluted === undefined"))
                    .isEqualTo(true);
            assertThat(foreign).isEmpty();
        }
    }

    @Test
    void isOnThePageOfAKeyToo() {
        DemoApiServer.document(realm, api.url() + "/openapi.json");
        String place = "#/" + realm.name() + "/api-keys/" + reader.id();
        try (StandalonePage ui =
                StandalonePage.open(realm, "de", ColorScheme.DARK, place).logIn("key-admin")) {
            Page page = ui.page();
            page.setViewportSize(375, 800);
            toggle(ui.byTestId("api-key-docs"));
            assertThat(sections(page)).hasText(new String[] {"Calls", "Health"});
            assertThat(page.locator("#api-docs-key")).hasValue(reader.id());
            assertThat(ui.byTestId("api-docs-authentication")).containsText("Authentifizierung");
            tryCalls(page, reader);
            assertFits(page);
            assertThat(Axe.seriousViolations(page)).isEmpty();
            assertThat(ui.warnings()).noneMatch(text -> text.contains("Content Security Policy"));
        }
    }

    private static NewKey ownKey(String name, String scope) {
        return new Keys(realm)
                .create(Map.of("name", name, "userId", realm.users().id("alice"), "scopes", List.of(scope)));
    }

    /** Sends the request with the key from a German page. */
    private static void tryCalls(Page page, NewKey key) {
        Locator list = operation(page, "GET /calls");
        toggle(list);
        list.getByTestId("api-docs-try-key").fill(key.value());
        list.getByTestId("api-docs-send").click();
        assertThat(list.getByTestId("api-docs-status")).containsText("Antwort: 200");
        assertThat(list.getByTestId("api-docs-answer-headers")).containsText("RateLimit-Policy");
    }

    private static void assertFits(Page page) {
        assertThat(page.locator(".api-docs")
                        .evaluate("docs => docs.scrollWidth <= docs.clientWidth && docs.clientWidth < 375"))
                .isEqualTo(true);
    }

    private static void assertFails(AdminConsole console, String url, String explained) {
        DemoApiServer.document(realm, url);
        openDocumentation(console);
        assertThat(console.byTestId("api-docs-failed")).containsText(explained);
        assertThat(console.byTestId("api-docs-failed")).containsText(url);
    }

    private static void openDocumentation(AdminConsole console) {
        console.page().locator("#nav-item-clients").click();
        console.page().locator("a:text-is('shop-backend')").click();
        console.byTestId("api-keys-tab").click();
        console.byTestId("api-keys-client-tab-docs").click();
        assertThat(console.page().locator("[data-testid=api-docs], [data-testid=api-docs-failed]"))
                .isVisible();
    }

    private static Locator sections(Page page) {
        return page.locator("[data-testid=api-docs-section] > h3");
    }

    private static Locator operation(Page page, String id) {
        return page.getByTestId("api-docs-operation-" + id);
    }

    private static void toggle(Locator expandable) {
        expandable.getByRole(AriaRole.BUTTON).first().click();
    }

    private static void show(Page page, NewKey key) {
        page.locator("#api-docs-key").selectOption(key.id());
    }

    private static void assertKnowsNothingOfTheReader(List<Request> requests) {
        assertThat(requests).isNotEmpty().allSatisfy(request -> assertThat(request.allHeaders())
                .doesNotContainKeys("cookie", "referer", "authorization"));
    }

    private static void assertNowhereKept(Page page, String value) {
        assertThat(String.valueOf(page.evaluate(
                        "JSON.stringify([location.href, {...localStorage}, {...sessionStorage}, document.cookie])")))
                .doesNotContain(value);
        assertThat(page.content()).doesNotContain(value);
    }
}
