package dev.apikeys.it.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScopeGroupCyclesIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final ShopScopes scopes = new ShopScopes(realm);

    /** {@code entry → a → b}, all of them sound. */
    @BeforeEach
    void makeGroups() {
        Keys.allowMany(realm);
        scopes.group("entry", "a", "calls:read");
        scopes.group("a", "b", "contacts:read");
        scopes.group("b", "contacts:write");
    }

    @AfterEach
    void removeGroups() {
        List.of("entry", "a", "b").forEach(realm.clientScopes()::delete);
    }

    @Nested
    class WhenAKeyIsMade {

        @Test
        void aCycleIsRefusedByAMessageThatNamesIt() {
            scopes.regroup("b", "a");

            create("a")
                    .statusCode(400)
                    .body("field", equalTo("scopeGroups[0]"))
                    .body("errorMessage", allOf(containsString("'a'"), containsString("a → b → a")));
        }

        @Test
        void aGroupThatIncludesItselfIsRefused() {
            scopes.regroup("b", "b", "contacts:write");

            create("b").statusCode(400).body("errorMessage", containsString("b → b"));
        }

        @Test
        void aGroupThatOnlyLeadsToACycleIsRefusedAndTheCycleIsNamed() {
            scopes.regroup("b", "a");

            create("entry").statusCode(400).body("errorMessage", containsString("a → b → a"));
        }

        @Test
        void aGroupThatIsReachedOnTwoWaysIsNoCycle() {
            scopes.regroup("entry", "a", "b");

            create("entry").statusCode(201);
        }

        private ValidatableResponse create(String group) {
            return realm.createKey(Map.of("name", "a key", "clientId", "shop-backend", "scopeGroups", List.of(group)))
                    .then();
        }
    }

    @Nested
    class WhenAKeyIsChanged {

        @Test
        void aCycleIsRefusedAndTheKeyStaysAsItWas() {
            NewKey key = keys.create();
            scopes.regroup("b", "a");

            realm.admin()
                    .body(Map.of("scopeGroups", List.of("a")))
                    .put(realm.adminUrl("/api-keys/" + key.id()))
                    .then()
                    .statusCode(400)
                    .body("errorMessage", containsString("a → b → a"));

            assertThat(scopes.introspected(key)).containsExactly("calls:read");
        }
    }

    @Nested
    class WhenAGroupOfAKeyIsMadeCyclicLater {

        @Test
        void theGroupGivesNothingUntilTheCycleIsBroken() {
            NewKey key = keys.create(Map.of("scopes", List.of("calls:write"), "scopeGroups", List.of("entry")));
            assertThat(scopes.introspected(key))
                    .containsExactlyInAnyOrder("calls:write", "calls:read", "contacts:read", "contacts:write");

            scopes.regroup("b", "a");
            assertThat(scopes.introspected(key)).containsExactly("calls:write");
            assertThat(scopes.effective(key)).containsExactly("calls:write");

            scopes.regroup("b", "contacts:write");
            assertThat(scopes.introspected(key))
                    .containsExactlyInAnyOrder("calls:write", "calls:read", "contacts:read", "contacts:write");
        }

        @Test
        void theCatalogueShowsTheCycleAndNoMembers() {
            scopes.regroup("b", "a");

            realm.admin()
                    .queryParam("clientId", "shop-backend")
                    .get(realm.adminUrl("/api-keys/scopes"))
                    .then()
                    .statusCode(200)
                    .body("groups.find { it.name == 'entry' }.cycle", equalTo(List.of("a", "b", "a")))
                    .body("groups.find { it.name == 'entry' }.includes", equalTo(List.of()))
                    .body("groups.find { it.name == 'a' }.cycle", equalTo(List.of("a", "b", "a")));
        }

        @Test
        void theCatalogueShowsNoCycleWhereThereIsNone() {
            realm.admin()
                    .queryParam("clientId", "shop-backend")
                    .get(realm.adminUrl("/api-keys/scopes"))
                    .then()
                    .statusCode(200)
                    .body("groups.find { it.name == 'entry' }.cycle", nullValue())
                    .body(
                            "groups.find { it.name == 'entry' }.includes",
                            equalTo(List.of("calls:read", "contacts:read", "contacts:write")));
        }
    }
}
