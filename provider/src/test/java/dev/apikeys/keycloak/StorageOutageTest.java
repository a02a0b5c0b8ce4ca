package dev.apikeys.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StorageOutageTest {

    @Test
    void isBehindEveryErrorThatTheDatabaseHasCaused() {
        SQLException refused = new SQLException("Connection refused");

        assertThat(StorageOutage.isBehind(refused)).isTrue();
        assertThat(StorageOutage.isBehind(new IllegalStateException(new IllegalArgumentException(refused))))
                .isTrue();
    }

    @Test
    void isNotBehindErrorsOfOurOwn() {
        assertThat(StorageOutage.isBehind(new IllegalStateException(new NullPointerException())))
                .isFalse();
    }

    @Test
    void isNotSoughtForEverWhereErrorsCauseEachOther() {
        Exception one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));

        assertThat(StorageOutage.isBehind(one)).isFalse();
    }
}
