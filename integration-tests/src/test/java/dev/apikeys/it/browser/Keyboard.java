package dev.apikeys.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who has no mouse. */
record Keyboard(Page page) {

    /** More than anything on a page is away from anything else. */
    private static final int MOST_STOPS = 120;

    /** Goes on from stop to stop until the element has the focus. */
    void tabTo(String selector) {
        Locator wanted = page.locator(selector).first();
        wanted.waitFor();
        int stops = 0;
        while (!hasFocus(wanted)) {
            assertThat(stops++).as("stops on the way to " + selector).isLessThan(MOST_STOPS);
            page.keyboard().press("Tab");
        }
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Waits until the element has the focus. */
    void assertFocusOn(String selector) {
        page.waitForCondition(() -> hasFocus(page.locator(selector).first()));
    }

    private static boolean hasFocus(Locator element) {
        return (Boolean) element.evaluate("element => element === document.activeElement");
    }
}
