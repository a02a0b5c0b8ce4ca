package dev.apikeys.benchmark.report;

/** What is drawn so far, and how far down: a picture grows from top to bottom. */
final class SvgCanvas {

    static final int MARGIN = 20;

    private static final int WIDTH = 900;

    private final StringBuilder shapes = new StringBuilder();

    /** A shape as SVG has it. */
    void shape(String element) {
        shapes.append(element);
    }

    void text(int x, int y, String anchor, String style, String text) {
        shape("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" %s>%s</text>\n"
                .formatted(x, y, anchor, style, text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /** The picture down to there, with a background of its own: viewers are light or dark. */
    String svg(int bottom) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                font-family="sans-serif" font-size="13" fill="#1a1a1a">
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                %3$s</svg>
                """
                .formatted(WIDTH, bottom + MARGIN, shapes);
    }
}
