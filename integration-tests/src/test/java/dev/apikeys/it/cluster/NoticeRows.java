package dev.apikeys.it.cluster;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys.NewKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** What stands in the database of the cluster about notices; times are written there, since nobody can wait for them. */
final class NoticeRows implements AutoCloseable {

    private static final Duration AGE = Duration.ofDays(100);

    private static final Duration HOURS = Duration.ofHours(5);

    private final Connection database;

    NoticeRows() {
        try {
            database = SharedCluster.database();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the key an old one that ends in so long. */
    void endsIn(NewKey key, Duration rest) {
        Instant now = Instant.now();
        change("update API_KEY set CREATED_AT = %d, EXPIRES_AT = %d where ID = '%s'"
                .formatted(now.minus(AGE).toEpochMilli(), now.plus(rest).toEpochMilli(), key.id()));
    }

    void change(String update) {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(update);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many notices of the key there are, sent or not. */
    long of(NewKey key) {
        return number("select count(*) from API_KEY_NOTICE where KEY_ID = '" + key.id() + "'");
    }

    /** Whether a notice of the key is to be sent some time. */
    boolean waits(NewKey key) {
        return number("select count(*) from API_KEY_NOTICE where NEXT_AT is not null and KEY_ID = '" + key.id() + "'")
                > 0;
    }

    /** Returns when so many attempts were made to send the notice of the key. */
    void awaitAttempts(NewKey key, long attempts) {
        Eventually.get(
                () -> number("select coalesce(max(ATTEMPTS), 0) from API_KEY_NOTICE where KEY_ID = '" + key.id() + "'"),
                number -> number == attempts);
    }

    /** How many notices of the key wait for hours, as if nobody had tried to send them so far but so often. */
    long putOff(NewKey key, int attempts) {
        return number("select count(*) from API_KEY_NOTICE where KEY_ID = '" + key.id() + "' and ATTEMPTS = " + attempts
                + " and NEXT_AT > " + Instant.now().plus(HOURS).toEpochMilli());
    }

    /** All of the key that wait are due. */
    void hurry(NewKey key) {
        change("update API_KEY_NOTICE set NEXT_AT = 1 where NEXT_AT is not null and KEY_ID = '" + key.id() + "'");
    }

    /** How many sessions wait for somebody else's notice. */
    long blocked() {
        return number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and query like '%API_KEY_NOTICE%'");
    }

    /** Everybody who was last sent an e-mail has had so many more today. */
    void repeatLastMail(int times) {
        change("insert into API_KEY_MAIL select gen_random_uuid()::text, PARTY, COUNTED_AT from API_KEY_MAIL,"
                + " generate_series(1, " + times + ")"
                + " where COUNTED_AT = (select max(COUNTED_AT) from API_KEY_MAIL)");
    }

    /** How many notices are to be sent now. */
    long waitingNow() {
        return number("select count(*) from API_KEY_NOTICE where NEXT_AT <= "
                + Instant.now().toEpochMilli());
    }

    private long number(String query) {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
