package dev.apikeys.benchmark.keys;

import dev.apikeys.server.Database.PostgreSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Lets keys have been used: a thousand rows each, as many as a busy key has after a month. */
public final class UsageLoader {

    /** Every hour of a week and a day with five outcomes, and every day before with two: see {@code UsageReader.HOURS_KEPT}. */
    private static final String INSERT =
            """
            insert into api_key_usage (key_id, hour_bucket, outcome, shard, calls)
            select k.id, (h.hour - n.ago) * 3600000, o.outcome, 7, 1 + n.ago
            from api_key k, (select floor(extract(epoch from now()) / 3600)::bigint as hour) h,
                generate_series(0, 189) n(ago),
                unnest(array['allowed', 'ip_denied', 'insufficient_scope', 'rate_limit_exceeded', 'key_disabled']) o(outcome)
            where k.realm_id = ? and k.revoked_at is null
            union all
            select k.id, (d.day - n.ago) * 86400000, o.outcome, -1, 1 + n.ago
            from api_key k, (select floor(extract(epoch from now()) / 86400)::bigint as day) d,
                generate_series(9, 33) n(ago), unnest(array['allowed', 'rate_limit_exceeded']) o(outcome)
            where k.realm_id = ? and k.revoked_at is null
            """;

    private final PostgreSql database;

    public UsageLoader(PostgreSql database) {
        this.database = database;
    }

    /** Returns how many rows there are now. */
    public int use(String realmId) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                Statement analyze = connection.createStatement()) {
            insert.setString(1, realmId);
            insert.setString(2, realmId);
            int rows = insert.executeUpdate();
            analyze.execute("VACUUM ANALYZE api_key_usage");
            return rows;
        }
    }

    /** The ids of some active keys. */
    public List<String> ids(String realmId, int most) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select id from api_key where realm_id = ? and revoked_at is null limit ?")) {
            select.setString(1, realmId);
            select.setInt(2, most);
            List<String> ids = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    /** How many calls are written down for all keys of a realm. */
    public long calls(String realmId) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("select coalesce(sum(u.calls), 0)"
                        + " from api_key_usage u join api_key k on k.id = u.key_id where k.realm_id = ?")) {
            select.setString(1, realmId);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
