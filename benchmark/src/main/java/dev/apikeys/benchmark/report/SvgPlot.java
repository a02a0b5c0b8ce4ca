package dev.apikeys.benchmark.report;

import dev.apikeys.benchmark.load.Result;
import dev.apikeys.benchmark.load.Spread;
import java.util.List;

/** One bar for each variant: as long as the median of its requests/s, with a line from the least to the most. */
public final class SvgPlot {

    private static final int LABELS = 290;
    private static final int BARS = 440;
    private static final int ROW = 24;
    private static final int BAR = 14;

    private final SvgCanvas canvas = new SvgCanvas();
    private int y = SvgCanvas.MARGIN;

    private SvgPlot() {}

    public static String of(Findings findings) {
        SvgPlot plot = new SvgPlot();
        for (String section : TextReport.sections(findings)) {
            plot.section(section, TextReport.in(findings, section));
        }
        return plot.svg();
    }

    private void section(String name, List<Result> results) {
        y += ROW;
        canvas.text(
                SvgCanvas.MARGIN,
                y,
                "start",
                "font-weight=\"bold\"",
                name + ", requests/s: median, least to most, × the first");
        y += ROW / 2;
        double longest = results.stream()
                .mapToDouble(result -> result.requestsPerSecond().max())
                .max()
                .orElse(1);
        for (Result result : results) {
            y += ROW;
            bar(result, results.get(0), BARS / longest);
        }
        y += ROW;
    }

    private void bar(Result result, Result first, double scale) {
        Spread rate = result.requestsPerSecond();
        canvas.text(LABELS - 8, y, "end", "", result.variant());
        canvas.shape("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#3973ac\"/>\n"
                .formatted(LABELS, y - BAR + 3, rate.median() * scale, BAR));
        canvas.shape("<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#c46210\" stroke-width=\"2\"/>\n"
                .formatted(LABELS + rate.min() * scale, LABELS + rate.max() * scale, y - BAR / 2 + 3, y - BAR / 2 + 3));
        canvas.text(
                (int) (LABELS + rate.max() * scale) + 8,
                y,
                "start",
                "",
                "%,.0f (× %.2f)".formatted(rate.median(), result.ratioTo(first).median()));
    }

    private String svg() {
        return canvas.svg(y);
    }
}
