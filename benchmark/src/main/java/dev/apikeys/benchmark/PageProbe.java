package dev.apikeys.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.apikeys.benchmark.load.Spread;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How long the first row of the list takes to be seen in a browser, with few keys in the realm and with many. */
record PageProbe(Lab lab, Stage stage) {

    private static final int WARM_UPS = 3;
    private static final int LOADS_PER_REPEAT = 3;
    private static final double TARGET = 1.25;

    void run(BenchRealm few, BenchRealm many) throws IOException, InterruptedException {
        for (BenchRealm realm : List.of(few, many)) {
            realm.api().send("POST", "/" + realm.name() + "/api-keys/ui-client", JsonNodeFactory.instance.objectNode());
        }
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(lab.settings().chromium())
                                .setArgs(
                                        List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            measure(few, many, Visitor.logIn(browser, stage.url(), few), Visitor.logIn(browser, stage.url(), many));
        }
    }

    /** In turn, so that what slows the machine down slows both down. */
    private void measure(BenchRealm few, BenchRealm many, Visitor ofFew, Visitor ofMany) {
        for (int i = 0; i < WARM_UPS; i++) {
            ofFew.millisToFirstRow();
            ofMany.millisToFirstRow();
        }
        int loads = lab.settings().repeats() * LOADS_PER_REPEAT;
        double[] fewTimes = new double[loads];
        double[] manyTimes = new double[loads];
        double[] ratios = new double[loads];
        for (int i = 0; i < loads; i++) {
            lab.progress().say("page: load %d of %d".formatted(i + 1, loads));
            fewTimes[i] = ofFew.millisToFirstRow();
            manyTimes[i] = ofMany.millisToFirstRow();
            ratios[i] = manyTimes[i] / fewTimes[i];
        }
        fact(few, Spread.of(fewTimes));
        fact(many, Spread.of(manyTimes));
        String name = "first row of %,d keys ÷ of %,d keys"
                .formatted(many.keys().size(), few.keys().size());
        lab.findings().atMost(TARGET, name, Spread.of(ratios));
    }

    private void fact(BenchRealm realm, Spread millis) {
        lab.findings()
                .fact(
                        "first row of %,d keys in a browser"
                                .formatted(realm.keys().size()),
                        "%.0f ms (%.0f to %.0f)".formatted(millis.median(), millis.min(), millis.max()));
    }
}
