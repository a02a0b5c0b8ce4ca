package dev.apikeys.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes a picture of every page into the directory that {@code -Dapikeys.screenshots=…} names. */
@EnabledIfSystemProperty(named = "apikeys.screenshots", matches = ".+")
class ScreenshotsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Path directory = Path.of(System.getProperty("apikeys.screenshots", ""));

    @BeforeAll
    static void fillTheRealm() {
        new Roles(realm).giveOfClient("key-admin", "realm-management", "realm-admin");
        realm.admin().post(realm.adminUrl("/api-keys/ui-client")).then().statusCode(201);
        group(
                "contact-manager",
                "Everything about contacts",
                "CRM integrations that sync contacts",
                "contacts:read contacts:write");
        group("call-reader", "Look at calls", "Reporting and analytics tools", "calls:read");
        Keys keys = new Keys(realm);
        new ShopScopes(realm).assign("call-reader");
        keys.create(Map.of("name", "CRM integration", "scopes", List.of(), "scopeGroups", List.of("contact-manager")));
        NewKey busy = keys.create(Map.of(
                "name", "Nightly export",
                "description", "Writes yesterday's calls into the data warehouse",
                "scopes", List.of("calls:read", "contacts:read", "contacts:write"),
                "allowedIps", List.of("203.0.113.0/24", "2001:db8::7"),
                "limits", List.of("60/minute", "1000/hour"),
                "expiresAt", Instant.now().plus(Duration.ofDays(20)).toString()));
        keys.introspect(busy.value(), Map.of("cost", 42, "client_ip", "203.0.113.7"));
        keys.introspect(busy.value(), Map.of("client_ip", "198.51.100.1"));
        keys.introspect(busy.value(), Map.of("client_ip", "203.0.113.7", "scope", "calls:write"));
        realm.setAttribute("api-keys.outcomes", "sent,delivered,read,failed");
        realm.setAttribute("api-keys.outcome-rates", "delivered=(delivered+read)/sent,read=read/sent");
        new Reports(realm)
                .send(List.of(
                        Reports.entry(busy.id(), "sent", 30),
                        Reports.entry(busy.id(), "delivered", 18),
                        Reports.entry(busy.id(), "read", 9),
                        Reports.entry(busy.id(), "failed", 2)))
                .then()
                .statusCode(204);
        keys.create(Map.of("name", "Tests", "environment", "test"));
        keys.act(keys.create(Map.of("name", "Old website")), "revoke");
        keys.act(keys.create(Map.of("name", "Partner access")), "disable");
        String alice = realm.users().id("alice");
        keys.create(Map.of(
                "name",
                "Nightly report",
                "description",
                "Counts the calls of the day",
                "userId",
                alice,
                "scopes",
                List.of("calls:read", "contacts:read"),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(60)).toString()));
        keys.act(keys.create(Map.of("name", "Old laptop", "userId", alice)), "revoke");
    }

    private static void group(String name, String description, String bestFor, String includes) {
        realm.clientScopes()
                .create(Map.of(
                        "name",
                        name,
                        "description",
                        description,
                        "protocol",
                        "openid-connect",
                        "attributes",
                        Map.of(
                                "api-keys.scope-group",
                                "true",
                                "api-keys.includes",
                                includes,
                                "api-keys.best-for",
                                bestFor)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void ofEveryPage(ColorScheme colours) {
        String suffix = "-" + colours.name().toLowerCase(Locale.ROOT);
        try (AdminConsole console = AdminConsole.open(realm, "key-admin", colours)) {
            console.openKeys();
            assertThat(console.row("Nightly export")).isVisible();
            take(console, "list" + suffix);
            console.byTestId("api-keys-create").click();
            console.page().locator("#api-key-client").fill("shop");
            console.page().locator("[role=option]:has-text('shop-backend')").click();
            console.page().locator("#api-key-name").fill("Website contact form");
            console.page().locator("[id='api-key-group-contact-manager']").check();
            assertThat(console.byTestId("api-key-accepted-by")).isVisible();
            console.byTestId("api-key-accepted-by").scrollIntoViewIfNeeded();
            take(console, "create-groups" + suffix);
            console.page().locator("#api-key-grant-scopes").check();
            console.page().locator("[id='api-key-scope-contacts:write']").check();
            console.button("Advanced settings").click();
            console.page().locator("#api-key-ips").fill("203.0.113.7\nhere");
            console.byTestId("api-key-create").click();
            take(console, "create-advanced" + suffix);
            console.page().locator("#api-key-ips").fill("203.0.113.7");
            console.byTestId("api-key-create").click();
            assertThat(console.byTestId("api-key-value")).isVisible();
            take(console, "created" + suffix);
            console.byTestId("api-key-done").click();
            take(console, "not-copied" + suffix);
            console.byTestId("api-key-leave").click();
            console.act("Website contact form", "Delete");
            take(console, "delete" + suffix);
            console.page().locator("#api-keys-delete-name").fill("Website contact form");
            console.byTestId("api-keys-confirm").click();
            console.openKey("Nightly export");
            assertThat(console.byTestId("api-key-events")).isVisible();
            take(console, "details" + suffix);
            console.byTestId("api-key-usage").click();
            assertThat(console.byTestId("api-keys-usage-bars").locator("svg").first())
                    .isVisible();
            take(console, "usage" + suffix);
            console.page().keyboard().press("Escape");
            console.byTestId("api-key-rotate").click();
            take(console, "rotate" + suffix);
            console.button("Cancel").click();
            console.byTestId("api-key-edit").click();
            assertThat(console.page().locator("[id='api-key-scope-calls:read']"))
                    .isVisible();
            take(console, "edit" + suffix);
            console.button("Cancel").click();
            console.page().locator("#nav-item-clients").click();
            console.page().locator("a:text-is('shop-backend')").click();
            console.byTestId("api-keys-tab").click();
            assertThat(console.row("Nightly export")).isVisible();
            take(console, "client-tab" + suffix);
        }
        try (StandalonePage ui = StandalonePage.open(realm, "en", colours, "").logIn("key-admin")) {
            assertThat(ui.row("Nightly export")).isVisible();
            take(ui.page(), "beside-the-console" + suffix);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void ofEveryPageWithSettings(ColorScheme colours) {
        String suffix = "-" + colours.name().toLowerCase(Locale.ROOT);
        try (AdminConsole console = AdminConsole.open(realm, "key-admin", colours)) {
            Page page = console.page();
            console.openKeys();
            console.byTestId("api-keys-tab-settings").click();
            page.locator("#api-keys-setting-usageRetention").fill("0");
            console.byTestId("api-keys-settings-save").click();
            assertThat(console.byTestId("api-keys-setting-usageRetention-error"))
                    .isVisible();
            page.locator("h1").scrollIntoViewIfNeeded();
            take(console, "settings" + suffix);
            page.locator("#api-keys-setting-maxActivePerUser").scrollIntoViewIfNeeded();
            take(console, "settings-middle" + suffix);
            console.byTestId("api-keys-settings-save").scrollIntoViewIfNeeded();
            take(console, "settings-error" + suffix);
            console.byTestId("api-keys-tab-groups").click();
            take(console, "unsaved" + suffix);
            console.byTestId("api-keys-confirm").click();
            assertThat(console.byTestId("api-keys-groups")).isVisible();
            take(console, "groups" + suffix);
            console.byTestId("api-keys-group-create").click();
            page.locator("#api-keys-group-name").fill("my group");
            page.locator("[id='api-keys-member-call-reader']").check();
            page.locator("[id='api-keys-member-contacts:read']").check();
            console.byTestId("api-keys-group-save").click();
            take(console, "group" + suffix);
            console.button("Cancel").click();
            page.locator("#nav-item-clients").click();
            page.locator("a:text-is('shop-backend')").click();
            console.byTestId("api-keys-tab").click();
            console.byTestId("api-keys-client-tab-settings").click();
            console.byTestId("api-keys-client-limit-add").click();
            page.locator("#api-keys-client-limit-0").fill("600");
            take(console, "client-settings" + suffix);
            console.button("Revert").click();
            page.locator(".pf-v5-c-switch[for=api-keys-client-enabled]").click();
            take(console, "client-off" + suffix);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void ofTheAccountConsole(ColorScheme colours) {
        String name = "Home automation, " + colours;
        String suffix = "-" + colours.name().toLowerCase(Locale.ROOT);
        try (AccountConsole console = AccountConsole.open(realm, "alice", colours)) {
            Page page = console.page();
            assertThat(console.row("Nightly report")).isVisible();
            take(console, "own-list" + suffix);
            console.beginKey(name);
            take(console, "own-create" + suffix);
            console.byTestId("api-key-create").click();
            assertThat(console.byTestId("api-key-value")).isVisible();
            take(console, "own-created" + suffix);
            console.takeValue();
            console.act(name, "Revoke");
            console.byTestId("api-keys-confirm").click();
            console.row("Nightly report").locator("a").click();
            assertThat(console.byTestId("fact-apiKeysId")).isVisible();
            take(console, "own-key" + suffix);
            page.setViewportSize(375, 812);
            page.reload();
            assertThat(console.byTestId("fact-apiKeysId")).isVisible();
            take(console, "own-key-narrow" + suffix);
            console.goTo("/api-keys#/");
            assertThat(console.row("Nightly report")).isVisible();
            take(console, "own-list-narrow" + suffix);
            console.beginKey("On the way");
            take(console, "own-create-narrow" + suffix);
        }
    }

    private void take(ConsoleWindow console, String name) {
        take(console.page(), name);
    }

    private void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(directory.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
