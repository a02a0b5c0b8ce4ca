package dev.apikeys.it.security;

import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of {@code docs/permission-matrix.md}. A heading names the address that the rows below it belong to, the
 * first row names the callers, the first column what is called, the second what that is about.
 */
record PermissionMatrix(List<Cell> cells) {

    private static final Pattern HEADING = Pattern.compile("## .*`(/\\S+)`");
    private static final Pattern ENDPOINT = Pattern.compile("`([A-Z]+) /?(\\S*)`");
    private static final String CALLERS = "endpoint";
    private static final int LABELS = 2;

    PermissionMatrix {
        cells = List.copyOf(cells);
    }

    /**
     * What one caller gets for one request.
     *
     * @param door the address that the endpoint is below
     * @param path below the door, without a slash before it
     * @param about which of several things the request is about; may be empty
     * @param expected the status, and a word about the content where the status does not say it all
     */
    record Cell(String door, String method, String path, String about, String caller, String expected) {

        boolean isRefusal() {
            return expected.startsWith("4") || expected.endsWith(" refused");
        }

        /** The endpoint as one word, by which its body is found. */
        String endpoint() {
            return method + " " + door + (path.isEmpty() ? "" : "/" + path);
        }
    }

    static PermissionMatrix read() {
        try {
            return parse(Files.readAllLines(
                    Workspace.current().realms().resolveSibling("docs").resolve("permission-matrix.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PermissionMatrix parse(List<String> lines) {
        List<Cell> cells = new ArrayList<>();
        String door = "";
        List<String> callers = List.of();
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            List<String> columns = columns(line);
            if (heading.matches()) {
                door = heading.group(1);
            } else if (!columns.isEmpty() && columns.get(0).equals(CALLERS)) {
                callers = columns;
            } else if (!columns.isEmpty()) {
                cells.addAll(row(door, callers, columns));
            }
        }
        return new PermissionMatrix(cells);
    }

    private static List<Cell> row(String door, List<String> callers, List<String> columns) {
        Matcher endpoint = ENDPOINT.matcher(columns.get(0));
        if (!endpoint.matches()) {
            return List.of();
        }
        if (columns.size() != callers.size()) {
            throw new AssertionError(columns.size() + " columns instead of " + callers.size() + ": " + columns);
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = LABELS; i < columns.size(); i++) {
            cells.add(new Cell(
                    door, endpoint.group(1), endpoint.group(2), columns.get(1), callers.get(i), columns.get(i)));
        }
        return cells;
    }

    /** Empty for what is no row of a table. */
    private static List<String> columns(String line) {
        if (!line.startsWith("|") || line.startsWith("|--")) {
            return List.of();
        }
        return List.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).stream()
                .map(String::strip)
                .toList();
    }
}
