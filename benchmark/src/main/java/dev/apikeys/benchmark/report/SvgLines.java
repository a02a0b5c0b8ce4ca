package dev.apikeys.benchmark.report;

import java.util.List;

/** Lines over the same minutes, in panels with scales of their own. */
final class SvgLines {

    private static final int LEFT = 70;
    private static final int PLOT = 680;
    private static final int HEIGHT = 140;
    private static final int ROW = 18;
    private static final int EACH_MINUTES = 5;
    private static final double LEAST_OF_LOGARITHM = 0.1;

    private final int minutes;
    private final SvgCanvas canvas = new SvgCanvas();
    private int y = SvgCanvas.MARGIN;

    SvgLines(int minutes) {
        this.minutes = minutes;
    }

    /**
     * One value for each minute; not a number where nothing is known.
     *
     * @param color as in SVG
     */
    record Line(String name, String color, List<Double> values) {}

    void panel(String title, boolean logarithmic, List<Line> lines) {
        y += ROW;
        canvas.text(LEFT, y, "start", "font-weight=\"bold\"", title);
        y += ROW / 2;
        double most = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(value -> value)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(1);
        Scale scale = logarithmic ? Scale.logarithmic(LEAST_OF_LOGARITHM, most) : Scale.linear(most);
        scale.marks().forEach(mark -> mark(mark, scale));
        for (int minute = EACH_MINUTES; minute <= minutes; minute += EACH_MINUTES) {
            canvas.text((int) x(minute - 1), y + HEIGHT + ROW, "middle", "", Integer.toString(minute));
        }
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), scale);
            canvas.text(
                    LEFT + PLOT + 12,
                    y + (i + 1) * ROW,
                    "start",
                    "fill=\"" + lines.get(i).color() + '"',
                    lines.get(i).name());
        }
        y += HEIGHT + 2 * ROW;
    }

    private void mark(double value, Scale scale) {
        double at = y + HEIGHT - HEIGHT * scale.of(value);
        canvas.shape("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>\n"
                .formatted(LEFT, LEFT + PLOT, at, at));
        canvas.text(
                LEFT - 8,
                (int) at + 4,
                "end",
                "",
                value < 1 && value > 0 ? "%.1f".formatted(value) : "%,.0f".formatted(value));
    }

    private void line(Line line, Scale scale) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.values().size(); i++) {
            double value = line.values().get(i);
            if (!Double.isNaN(value)) {
                points.append("%.1f,%.1f ".formatted(x(i), y + HEIGHT - HEIGHT * scale.of(value)));
            }
        }
        canvas.shape("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                .formatted(points.toString().strip(), line.color()));
    }

    private double x(int minute) {
        return LEFT + (double) PLOT * minute / Math.max(1, minutes - 1);
    }

    String svg() {
        return canvas.svg(y);
    }
}
