package dev.apikeys.it.account;

import dev.apikeys.it.support.Roles;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;

/** Users of a test's realm, whose password is their name. */
public final class People {

    private final TestRealm realm;

    public People(TestRealm realm) {
        this.realm = realm;
    }

    /** Makes a user with the realm's default roles; returns the id. */
    public String create(String username) {
        return realm.users()
                .create(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "email",
                        username + "@example.com",
                        "emailVerified",
                        true,
                        "firstName",
                        "Test",
                        "lastName",
                        "User",
                        "credentials",
                        List.of(Map.of("type", "password", "value", username, "temporary", false))));
    }

    /** Makes a user who has nothing but these roles of the client {@code account}. */
    public void createWithAccountRoles(String username, String... accountRoles) {
        create(username);
        Roles roles = new Roles(realm);
        roles.take(username, "default-roles-demo");
        for (String role : accountRoles) {
            roles.giveOfClient(username, "account", role);
        }
    }
}
