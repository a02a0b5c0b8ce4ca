package dev.apikeys.benchmark;

import dev.apikeys.benchmark.load.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Pages of the administrators' list, asked for by one administrator at a time. */
record ListsProbe(Lab lab, Stage stage) {

    private static final int PAGE = 20;

    void run(List<BenchRealm> realms) throws IOException, InterruptedException {
        for (BenchRealm realm : realms) {
            int keys = realm.keys().size();
            List<Variant> variants = new ArrayList<>();
            variants.add(page("first page", realm, "first=0"));
            variants.add(page("last page", realm, "first=" + (keys - PAGE)));
            variants.add(page("search in names", realm, "first=0&search=key%200000500"));
            variants.add(page("status active", realm, "first=0&status=active"));
            variants.add(page("status revoked", realm, "first=0&status=revoked"));
            lab.findings().add(stage.interleaved().run("lists of %,d keys".formatted(keys), variants));
        }
    }

    private Variant page(String name, BenchRealm realm, String query) throws IOException, InterruptedException {
        return stage.variant(name, realm.list(query + "&max=" + PAGE), "\"environment\":\"live\"", 1);
    }
}
