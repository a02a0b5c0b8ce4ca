package dev.apikeys.it.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key can be given when it is made or changed. */
class GrantIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final ShopScopes scopes = new ShopScopes(realm);

    @BeforeAll
    static void allowManyKeysAndMakeAGroup() {
        Keys.allowMany(realm);
        new ShopScopes(realm).group("contact-manager", "contacts:read", "contacts:write");
        new ShopScopes(realm).create("unassigned:read");
    }

    @Nested
    class AKeyWithoutAnyPermission {

        @Test
        void isRefusedByAMessageThatSaysWhatThereIs() {
            refused(Map.of())
                    .body("field", equalTo("scopes"))
                    .body("errorMessage", allOf(containsString("fullAccess"), containsString("calls:read")));
        }

        @Test
        void isRefusedWhenItsListsAreEmptyAndItHasNoFullAccess() {
            refused(Map.of("scopes", List.of(), "scopeGroups", List.of(), "fullAccess", false));
        }

        @Test
        void cannotBeMadeByTakingTheLastPermissionAway() {
            NewKey key = keys.create();

            realm.admin()
                    .body(Map.of("scopes", List.of()))
                    .put(realm.adminUrl("/api-keys/" + key.id()))
                    .then()
                    .statusCode(400);
            assertThat(scopes.introspected(key)).containsExactly("calls:read");
        }
    }

    @Nested
    class AScopeThatCannotBeGiven {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "unassigned:read",
                    "dreams:read",
                    "offline_access",
                    "openid",
                    "contact-manager",
                    "CALLS:READ",
                    "calls:read contacts:read",
                    "calls:*",
                    ""
                })
        void isRefusedByAMessageThatNamesIt(String scope) {
            refused(Map.of("scopes", List.of(scope)))
                    .body("field", equalTo("scopes[0]"))
                    .body("errorMessage", containsString("'" + scope + "'"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"calls:read", "no-such-group", "Contact-Manager"})
        void isRefusedAsAGroup(String group) {
            refused(Map.of("scopeGroups", List.of(group)))
                    .body("field", equalTo("scopeGroups[0]"))
                    .body("errorMessage", allOf(containsString("'" + group + "'"), containsString("contact-manager")));
        }
    }

    @Nested
    class FullAccess {

        @Test
        void coversEveryScopeOfTheClientAndOnlyThose() {
            NewKey key = fullAccess();

            assertThat(scopes.introspected(key))
                    .contains("calls:read", "calls:write", "contacts:read", "contacts:write", "email", "profile")
                    .doesNotContain("offline_access", "unassigned:read", "contact-manager");
            assertThat(scopes.effective(key)).contains("roles", "basic").doesNotContain("offline_access");
        }

        @Test
        void coversAScopeThatIsAssignedLaterAndNoLongerOneThatIsTakenAway() {
            NewKey key = fullAccess();
            scopes.create("later:read");
            assertThat(scopes.introspected(key)).doesNotContain("later:read");

            scopes.assign("later:read");
            assertThat(scopes.introspected(key)).contains("later:read");

            scopes.unassign("later:read");
            assertThat(scopes.introspected(key)).doesNotContain("later:read");
        }

        @Test
        void doesNotStandBesideScopes() {
            refused(Map.of("fullAccess", true, "scopes", List.of("calls:read")));
            refused(Map.of("fullAccess", true, "scopeGroups", List.of("contact-manager")));
        }

        @Test
        void endsWhenTheKeyIsGivenScopes() {
            NewKey key = fullAccess();

            keys.change(key, Map.of("fullAccess", false, "scopes", List.of("contacts:read")));

            assertThat(scopes.introspected(key)).containsExactly("contacts:read");
        }
    }

    private NewKey fullAccess() {
        return keys.create(Map.of("scopes", List.of(), "fullAccess", true));
    }

    private static ValidatableResponse refused(Map<String, ?> grant) {
        Map<String, Object> key = new HashMap<>(Map.of("name", "a key", "clientId", "shop-backend"));
        key.putAll(grant);
        return realm.createKey(key).then().statusCode(400);
    }
}
