package dev.apikeys.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.keycloak.transfer.RecordOwners;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.util.JsonSerialization;

/** Importers who are there and enabled are in {@code AdminImportIT}. */
class ImporterOwnersTest {

    private final UserModel enabledUser = user(true);
    private final ClientModel enabledClient = client(true);

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static UserModel user(boolean enabled) {
        return fake(UserModel.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getId" -> "user";
            case "isEnabled" -> enabled;
            default -> null;
        });
    }

    private static ClientModel client(boolean enabled) {
        return fake(ClientModel.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getId" -> "client";
            case "isEnabled" -> enabled;
            default -> null;
        });
    }

    /** What becomes of a record when the session finds these under the ids of the importer and their client. */
    private RecordOwners.Reading reading(boolean home, @Nullable UserModel user, @Nullable ClientModel client) {
        RealmModel realm = fake(RealmModel.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getId" -> "realm";
            case "getClientById" -> client;
            default -> null;
        });
        UserProvider users = fake(UserProvider.class, (proxy, method, arguments) -> user);
        RealmProvider realms = fake(RealmProvider.class, (proxy, method, arguments) -> home ? realm : null);
        KeycloakContext context = fake(KeycloakContext.class, (proxy, method, arguments) -> realm);
        KeycloakSession session = fake(KeycloakSession.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getContext" -> context;
            case "realms" -> realms;
            case "users" -> users;
            default -> null;
        });
        AdminAuth importer = new AdminAuth(realm, new AccessToken(), enabledUser, enabledClient);
        return ImporterOwners.in(session, importer)
                .find(JsonSerialization.createObjectNode().put("clientId", "shop-backend"));
    }

    @Test
    void whoIsGoneOrSwitchedOffImportsNothing() {
        assertThat(reading(true, null, enabledClient)).isInstanceOf(RecordOwners.Refused.class);
        assertThat(reading(true, user(false), enabledClient)).isInstanceOf(RecordOwners.Refused.class);
        assertThat(reading(true, enabledUser, null)).isInstanceOf(RecordOwners.Refused.class);
        assertThat(reading(true, enabledUser, client(false))).isInstanceOf(RecordOwners.Refused.class);
        assertThat(reading(false, enabledUser, enabledClient)).isInstanceOf(RecordOwners.Refused.class);
    }
}
