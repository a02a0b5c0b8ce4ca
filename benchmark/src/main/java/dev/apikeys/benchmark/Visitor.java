package dev.apikeys.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.concurrent.TimeUnit;

/** An administrator with a browser window, who has logged in to the page of a realm's keys. */
record Visitor(Page page, String address) {

    private static final String FIRST_ROW = "[data-testid=api-keys-table] tbody tr >> nth=0";
    private static final String USER = "key-viewer";

    static Visitor logIn(Browser browser, String server, BenchRealm realm) {
        Page page = browser.newContext().newPage();
        Visitor visitor = new Visitor(page, server + "/realms/" + realm.name() + "/api-keys/ui");
        page.navigate(visitor.address());
        page.locator("#username").fill(USER);
        page.locator("#password").fill(USER);
        page.locator("#kc-login").click();
        page.waitForSelector(FIRST_ROW);
        return visitor;
    }

    /** From asking for the page to the first key, with the login that remembers the administrator in between. */
    double millisToFirstRow() {
        page.navigate("about:blank");
        long start = System.nanoTime();
        page.navigate(address);
        page.waitForSelector(FIRST_ROW);
        return (double) (System.nanoTime() - start) / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
