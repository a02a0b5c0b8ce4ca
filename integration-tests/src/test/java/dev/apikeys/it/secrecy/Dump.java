package dev.apikeys.it.secrecy;

import dev.apikeys.server.Database.PostgreSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A whole database as text. */
record Dump(PostgreSql database) {

    /** All rows by table, every column of them. */
    Map<String, String> tables() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Map<String, String> tables = new TreeMap<>();
            for (String table : column(
                    statement, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
                tables.put(table, String.join("\n", column(statement, "SELECT t::text FROM \"" + table + "\" t")));
            }
            return tables;
        }
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (result.next()) {
                column.add(result.getString(1));
            }
            return column;
        }
    }
}
