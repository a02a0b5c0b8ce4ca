package dev.apikeys.it.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe-core finds wrong with what we show; the console around it is not ours. */
final class Axe {

    private static final String SCRIPT = script();

    /** Our element, and what of it stands in the document's body: dialogs, menus and tooltips. */
    private static final String[] OURS = {
        "api-keys-admin", "api-keys-account", ".pf-v5-c-backdrop", "body > .pf-v5-c-menu", "body > .pf-v5-c-tooltip"
    };

    private static final String SERIOUS_VIOLATIONS =
            """
            async ours => {
              const include = ours.filter(selector => document.querySelector(selector)).map(selector => [selector]);
              const { violations } = await axe.run({ include }, { resultTypes: ['violations'] });
              return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => id + ': ' + nodes.map(node => node.html + ' ' + node.failureSummary).join('; '));
            }
            """;

    private Axe() {}

    /** Rules that are broken, each with where; those that axe-core calls serious or critical. */
    static List<String> seriousViolations(Page page) {
        return seriousViolations(page, OURS);
    }

    /** The same for what the selectors choose. */
    static List<String> seriousViolations(Page page, String... selectors) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(SERIOUS_VIOLATIONS, selectors))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
