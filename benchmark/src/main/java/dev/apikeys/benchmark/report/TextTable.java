package dev.apikeys.benchmark.report;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns that are a Markdown table too; the first is text, the others are numbers. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        rows.add(header);
    }

    void add(List<String> row) {
        rows.add(row);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append(line(rows.get(i))).append('\n');
            if (i == 0) {
                text.append(rule()).append('\n');
            }
        }
        return text.toString();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String space = " ".repeat(width(column) - cell.length());
            line.append(' ').append(column == 0 ? cell + space : space + cell).append(" |");
        }
        return line.toString();
    }

    private String rule() {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < rows.get(0).size(); column++) {
            String dashes = "-".repeat(width(column) + 1);
            line.append(column == 0 ? dashes + "-" : dashes + ":").append('|');
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
