package dev.apikeys.keycloak.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What no two databases say alike: to add to a row that may not be there yet, and to lock without waiting. */
enum UsageSql {
    H2(
            "for update skip locked",
            """
            merge into API_KEY_USAGE u
            using (select cast(? as varchar(36)) as KEY_ID, cast(? as bigint) as HOUR_BUCKET,
                cast(? as varchar(64)) as OUTCOME, cast(? as int) as SHARD, cast(? as bigint) as CALLS) n
            on u.KEY_ID = n.KEY_ID and u.HOUR_BUCKET = n.HOUR_BUCKET and u.OUTCOME = n.OUTCOME and u.SHARD = n.SHARD
            when matched then update set CALLS = u.CALLS + n.CALLS
            when not matched then insert (KEY_ID, HOUR_BUCKET, OUTCOME, SHARD, CALLS)
                values (n.KEY_ID, n.HOUR_BUCKET, n.OUTCOME, n.SHARD, n.CALLS)
            """,
            """
            merge into API_KEY_LAST_USED u
            using (select cast(? as varchar(36)) as KEY_ID, cast(? as bigint) as USED_AT,
                cast(? as varchar(45)) as USED_FROM) n
            on u.KEY_ID = n.KEY_ID
            when matched and u.USED_AT < n.USED_AT then update set USED_AT = n.USED_AT, USED_FROM = n.USED_FROM
            when not matched then insert (KEY_ID, USED_AT, USED_FROM) values (n.KEY_ID, n.USED_AT, n.USED_FROM)
            """,
            """
            merge into API_KEY_LAST_OUTCOME u
            using (select cast(? as varchar(36)) as KEY_ID, cast(? as bigint) as HAPPENED_AT) n
            on u.KEY_ID = n.KEY_ID
            when matched and u.HAPPENED_AT < n.HAPPENED_AT then update set HAPPENED_AT = n.HAPPENED_AT
            when not matched then insert (KEY_ID, HAPPENED_AT) values (n.KEY_ID, n.HAPPENED_AT)
            """),
    /** Nodes that count do not lock each other out, nor those who edit a key; only who deletes it does. */
    POSTGRESQL(
            "for key share skip locked",
            """
            insert into API_KEY_USAGE as u (KEY_ID, HOUR_BUCKET, OUTCOME, SHARD, CALLS) values (?, ?, ?, ?, ?)
            on conflict (KEY_ID, HOUR_BUCKET, OUTCOME, SHARD) do update set CALLS = u.CALLS + excluded.CALLS
            """,
            """
            insert into API_KEY_LAST_USED as u (KEY_ID, USED_AT, USED_FROM) values (?, ?, ?)
            on conflict (KEY_ID) do update set USED_AT = excluded.USED_AT, USED_FROM = excluded.USED_FROM
                where u.USED_AT < excluded.USED_AT
            """,
            """
            insert into API_KEY_LAST_OUTCOME as u (KEY_ID, HAPPENED_AT) values (?, ?)
            on conflict (KEY_ID) do update set HAPPENED_AT = excluded.HAPPENED_AT
                where u.HAPPENED_AT < excluded.HAPPENED_AT
            """),
    /** MariaDB, too. */
    MYSQL(
            "for update skip locked",
            """
            insert into API_KEY_USAGE (KEY_ID, HOUR_BUCKET, OUTCOME, SHARD, CALLS) values (?, ?, ?, ?, ?)
            on duplicate key update CALLS = CALLS + values(CALLS)
            """,
            """
            insert into API_KEY_LAST_USED (KEY_ID, USED_AT, USED_FROM) values (?, ?, ?)
            on duplicate key update
                USED_FROM = if(values(USED_AT) > USED_AT, values(USED_FROM), USED_FROM),
                USED_AT = greatest(USED_AT, values(USED_AT))
            """,
            """
            insert into API_KEY_LAST_OUTCOME (KEY_ID, HAPPENED_AT) values (?, ?)
            on duplicate key update HAPPENED_AT = greatest(HAPPENED_AT, values(HAPPENED_AT))
            """);

    private final String lockToCount;
    private final String addCalls;
    private final String keepLastUse;
    private final String keepLastOutcome;

    UsageSql(String lockToCount, String addCalls, String keepLastUse, String keepLastOutcome) {
        this.lockToCount = lockToCount;
        this.addCalls = addCalls;
        this.keepLastUse = keepLastUse;
        this.keepLastOutcome = keepLastOutcome;
    }

    /**
     * That of the database at the other end.
     *
     * @throws IllegalStateException when we know none for it: it is a mistake of whoever set it up, and no outage
     */
    static UsageSql of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> H2;
            case "postgresql" -> POSTGRESQL;
            case "mysql", "mariadb" -> MYSQL;
            default ->
                throw new IllegalStateException(
                        "API keys do not work with the database " + product
                                + ": neither their usage nor reported outcomes can be written. Use PostgreSQL, MariaDB, MySQL or H2");
        };
    }

    /** The end of a select: locks its rows but for those that somebody else has locked, so that they cannot be deleted. */
    String lockToCount() {
        return lockToCount;
    }

    /** The end of a select: as {@link #lockToCount}, and nobody else counts meanwhile. */
    static String lockAlone() {
        return "for update skip locked";
    }

    /** Parameters: id of the key, hour in milliseconds, outcome, shard, calls. */
    String addCalls() {
        return addCalls;
    }

    /** Parameters: id of the key, instant in milliseconds, address or null. */
    String keepLastUse() {
        return keepLastUse;
    }

    /** Parameters: id of the key, instant in milliseconds. */
    String keepLastOutcome() {
        return keepLastOutcome;
    }
}
