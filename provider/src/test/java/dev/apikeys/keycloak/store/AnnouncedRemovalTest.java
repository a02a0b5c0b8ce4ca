package dev.apikeys.keycloak.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

class AnnouncedRemovalTest {

    private static final RealmModel REALM = fake(RealmModel.class, (proxy, method, arguments) -> null);
    private static final UserModel USER = fake(UserModel.class, (proxy, method, arguments) -> null);

    private final List<KeycloakTransaction> prepared = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** A removal is announced, and the user is looked for at the end of the transaction. */
    private KeycloakTransaction announced(Supplier<@Nullable UserModel> found) {
        UserProvider users = fake(
                UserProvider.class,
                (proxy, method, arguments) -> method.getName().equals("getUserById") ? found.get() : null);
        KeycloakTransactionManager transactions = fake(KeycloakTransactionManager.class, (proxy, method, arguments) -> {
            prepared.add((KeycloakTransaction) Objects.requireNonNull(arguments)[0]);
            return null;
        });
        KeycloakSession session = fake(KeycloakSession.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "users" -> users;
            case "getTransactionManager" -> transactions;
            default -> null;
        });
        AnnouncedRemoval.ofUser(session, REALM, "user", () -> done.add("user"));
        assertThat(done).isEmpty();
        assertThat(prepared).hasSize(1);
        prepared.get(0).begin();
        return prepared.get(0);
    }

    @Test
    void whatFollowsHappensOnceTheUserIsGone() {
        announced(() -> null).commit();

        assertThat(done).containsExactly("user");
    }

    @Test
    void nothingFollowsWhenTheUserIsStillThere() {
        announced(() -> USER).commit();

        assertThat(done).isEmpty();
    }

    @Test
    void nothingFollowsWhenNobodyCanTell() {
        announced(() -> {
                    throw new IllegalStateException("the directory does not answer");
                })
                .commit();

        assertThat(done).isEmpty();
    }

    @Test
    void nothingFollowsWhenTheTransactionIsUndone() {
        announced(() -> null).rollback();

        assertThat(done).isEmpty();
    }
}
