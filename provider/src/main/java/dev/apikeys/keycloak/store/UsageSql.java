package dev.apikeys.keycloak.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * How a database adds to a row that may not be there yet, which no two databases say alike. The key is looked up on the
 * way: for one that is gone there is nothing to add to.
 */
enum UsageSql {
    H2(
            """
            merge into API_KEY_USAGE u
            using (select ID as KEY_ID, cast(? as bigint) as HOUR_BUCKET, cast(? as varchar(64)) as OUTCOME,
                cast(? as int) as SHARD, cast(? as bigint) as CALLS from API_KEY where ID = ?) n
            on u.KEY_ID = n.KEY_ID and u.HOUR_BUCKET = n.HOUR_BUCKET and u.OUTCOME = n.OUTCOME and u.SHARD = n.SHARD
            when matched then update set CALLS = u.CALLS + n.CALLS
            when not matched then insert (KEY_ID, HOUR_BUCKET, OUTCOME, SHARD, CALLS)
                values (n.KEY_ID, n.HOUR_BUCKET, n.OUTCOME, n.SHARD, n.CALLS)
            """,
            """
            merge into API_KEY_LAST_USED u
            using (select ID as KEY_ID, cast(? as bigint) as USED_AT, cast(? as varchar(45)) as USED_FROM
                from API_KEY where ID = ?) n
            on u.KEY_ID = n.KEY_ID
            when matched and u.USED_AT < n.USED_AT then update set USED_AT = n.USED_AT, USED_FROM = n.USED_FROM
            when not matched then insert (KEY_ID, USED_AT, USED_FROM) values (n.KEY_ID, n.USED_AT, n.USED_FROM)
            """),
    POSTGRESQL(
            """
            insert into API_KEY_USAGE as u (HOUR_BUCKET, OUTCOME, SHARD, CALLS, KEY_ID)
            select cast(? as bigint), cast(? as varchar), cast(? as int), cast(? as bigint), ID from API_KEY where ID = ?
            on conflict (KEY_ID, HOUR_BUCKET, OUTCOME, SHARD) do update set CALLS = u.CALLS + excluded.CALLS
            """,
            """
            insert into API_KEY_LAST_USED as u (USED_AT, USED_FROM, KEY_ID)
            select cast(? as bigint), cast(? as varchar), ID from API_KEY where ID = ?
            on conflict (KEY_ID) do update set USED_AT = excluded.USED_AT, USED_FROM = excluded.USED_FROM
                where u.USED_AT < excluded.USED_AT
            """),
    /** MariaDB, too. */
    MYSQL(
            """
            insert into API_KEY_USAGE (HOUR_BUCKET, OUTCOME, SHARD, CALLS, KEY_ID)
            select ?, ?, ?, ?, ID from API_KEY where ID = ?
            on duplicate key update CALLS = API_KEY_USAGE.CALLS + values(CALLS)
            """,
            """
            insert into API_KEY_LAST_USED (USED_AT, USED_FROM, KEY_ID)
            select ?, ?, ID from API_KEY where ID = ?
            on duplicate key update
                USED_FROM = if(values(USED_AT) > API_KEY_LAST_USED.USED_AT, values(USED_FROM), API_KEY_LAST_USED.USED_FROM),
                USED_AT = greatest(API_KEY_LAST_USED.USED_AT, values(USED_AT))
            """);

    private final String addCalls;
    private final String keepLastUse;

    UsageSql(String addCalls, String keepLastUse) {
        this.addCalls = addCalls;
        this.keepLastUse = keepLastUse;
    }

    /** That of the database at the other end. */
    static UsageSql of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.contains("mysql") || product.contains("mariadb")) {
            return MYSQL;
        }
        return product.contains("h2") ? H2 : POSTGRESQL;
    }

    /** Parameters: hour in milliseconds, outcome, shard, calls, id of the key. */
    String addCalls() {
        return addCalls;
    }

    /** Parameters: instant in milliseconds, address or null, id of the key. */
    String keepLastUse() {
        return keepLastUse;
    }
}
