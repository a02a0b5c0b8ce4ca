package dev.apikeys.keycloak.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of some keys this transaction has locked without waiting; no longer than it lasts.
 *
 * @param busy those that somebody else has locked
 */
record KeyLocks(Set<String> taken, Set<String> busy) {

    /**
     * Locks what can be locked. Keys that no longer exist are neither taken nor busy.
     *
     * @param lock how a database locks rows and leaves out those that are locked, see {@link UsageSql}
     */
    static KeyLocks take(Connection connection, String lock, List<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return new KeyLocks(Set.of(), Set.of());
        }
        Set<String> taken = find(connection, ids, " order by ID " + lock);
        Set<String> busy = taken.size() == ids.size() ? new HashSet<>() : find(connection, ids, "");
        busy.removeAll(taken);
        return new KeyLocks(taken, busy);
    }

    private static Set<String> find(Connection connection, List<String> ids, String end) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        Set<String> found = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select ID from API_KEY where ID in (" + marks + ")" + end)) {
            for (int i = 0; i < ids.size(); i++) {
                statement.setString(i + 1, ids.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
