package dev.apikeys.keycloak.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageSqlTest {

    @ParameterizedTest
    @CsvSource({"H2, H2", "PostgreSQL, POSTGRESQL", "MySQL, MYSQL", "MariaDB, MYSQL"})
    void isThatOfTheDatabase(String product, UsageSql expected) throws SQLException {
        assertThat(UsageSql.of(to(product))).isEqualTo(expected);
    }

    /** An SQLException would look like an outage, which ends by itself. */
    @Test
    void isNoneForOtherDatabasesAndSaysWhichToUse() {
        assertThatIllegalStateException()
                .isThrownBy(() -> UsageSql.of(to("Oracle")))
                .withMessageContainingAll("Oracle", "PostgreSQL", "MariaDB", "H2");
    }

    private static Connection to(String product) {
        DatabaseMetaData data = fake(DatabaseMetaData.class, (proxy, method, arguments) -> product);
        return fake(Connection.class, (proxy, method, arguments) -> data);
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
