package dev.apikeys.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.ModelException;

class StorageOutageTest {

    private boolean rolledBack;

    @Test
    void isBehindEveryErrorThatTheDatabaseHasCaused() {
        SQLException refused = new SQLException("Connection refused");

        assertThat(StorageOutage.isBehind(refused)).isTrue();
        assertThat(StorageOutage.isBehind(new IllegalStateException(new IllegalArgumentException(refused))))
                .isTrue();
    }

    @Test
    void isBehindABrokenConnectionOfWhichKeycloakKeepsNothingElse() {
        IOException broken = new IOException("Broken pipe");

        assertThat(StorageOutage.isBehind(new IllegalStateException(new ModelException("entity manager", broken))))
                .isTrue();
        assertThat(StorageOutage.isBehind(new IllegalStateException(broken))).isFalse();
        assertThat(StorageOutage.isBehind(new ModelException("entity manager", new NullPointerException())))
                .isFalse();
    }

    @Test
    void isNotBehindWhatTheDatabaseRefuses() {
        assertThat(StorageOutage.isBehind(
                        new ModelException("entity manager", new SQLException("duplicate key", "23505"))))
                .isFalse();
        assertThat(StorageOutage.isBehind(
                        new ModelException("entity manager", new SQLException("out of range", "22003"))))
                .isFalse();
        assertThat(StorageOutage.isBehind(new ModelException("entity manager", new SQLException("shut down", "57P01"))))
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

    @Test
    void isAnsweredAsTheDoorWantsItAndNothingIsCommitted() {
        assertThat(answer(() -> {
                    throw new IllegalStateException(new SQLException("Connection refused"));
                }))
                .isEqualTo("unavailable");
        assertThat(rolledBack).isTrue();
    }

    @Test
    void changesNoOtherAnswerAndHidesNoOtherError() {
        assertThat(answer(() -> "good")).isEqualTo("good");
        IllegalStateException own = new IllegalStateException("own");
        assertThatThrownBy(() -> answer(() -> {
                    throw own;
                }))
                .isSameAs(own);
        assertThat(rolledBack).isFalse();
    }

    private String answer(Supplier<String> door) {
        KeycloakTransactionManager transactions = fake(KeycloakTransactionManager.class, (proxy, method, arguments) -> {
            rolledBack = rolledBack || method.getName().equals("setRollbackOnly");
            return null;
        });
        KeycloakSession session = fake(KeycloakSession.class, (proxy, method, arguments) -> transactions);
        return StorageOutage.answer(session, door, () -> "unavailable");
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
