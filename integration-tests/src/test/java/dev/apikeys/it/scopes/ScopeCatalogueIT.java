package dev.apikeys.it.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeCatalogueIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @BeforeAll
    static void makeScopesAndGroups() {
        ShopScopes scopes = new ShopScopes(realm);
        scopes.create("cases:read");
        scopes.create("reports:daily:read");
        scopes.assign("reports:daily:read");
        scopes.group("contact-manager", "contacts:write", "contacts:read", "cases:read", "dreams:read");
        realm.clientScopes().setAttribute("contact-manager", "api-keys.best-for", "CRM integrations");
        realm.clientScopes().update("contact-manager", scope -> scope.put("description", "Everything about contacts"));
    }

    @Nested
    class Scopes {

        @Test
        void areListedByResourceWithActionAndDescription() {
            assertThat(catalogue().extract().<List<Map<String, String>>>path(scopesOf("calls")))
                    .containsExactly(
                            Map.of(
                                    "name",
                                    "calls:read",
                                    "action",
                                    "read",
                                    "description",
                                    "Read calls and their recordings"),
                            Map.of(
                                    "name",
                                    "calls:write",
                                    "action",
                                    "write",
                                    "description",
                                    "Start, change and delete calls"));
        }

        @Test
        void areTakenApartAtTheLastColon() {
            catalogue()
                    .body(scopesOf("reports:daily") + ".name", equalTo(List.of("reports:daily:read")))
                    .body(scopesOf("reports:daily") + ".action", equalTo(List.of("read")));
        }

        @Test
        void withoutAColonHaveNoResource() {
            catalogue().body(scopesOf("") + ".name", hasItems("email", "profile", "roles"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"cases:read", "offline_access", "contact-manager", "dreams:read"})
        void thatNoKeyOfTheClientCanCarryAreNotListed(String name) {
            catalogue().body("resources.scopes.flatten().name", not(hasItem(name)));
        }
    }

    @Nested
    class Groups {

        @Test
        void areListedWithWhatTheyAreForAndWhatTheyGive() {
            catalogue()
                    .body(contactManager("description"), equalTo("Everything about contacts"))
                    .body(contactManager("bestFor"), equalTo("CRM integrations"))
                    .body(contactManager("includes"), equalTo(List.of("contacts:read", "contacts:write")));
        }

        @Test
        void nameTheirMembersThatTheClientDoesNotHaveOrThatDoNotExist() {
            catalogue().body(contactManager("withoutEffect"), equalTo(List.of("cases:read", "dreams:read")));
        }

        @Test
        void giveNothingToAClientThatHasNoneOfTheirMembers() {
            catalogueOf("demo-api", realm.admin())
                    .statusCode(200)
                    .body(contactManager("includes"), equalTo(List.of()))
                    .body(
                            contactManager("withoutEffect"),
                            equalTo(List.of("cases:read", "contacts:read", "contacts:write", "dreams:read")));
        }

        private String contactManager(String field) {
            return "groups.find { it.name == 'contact-manager' }." + field;
        }
    }

    @Nested
    class Answers {

        @ParameterizedTest
        @CsvSource({"alice,403", "query-only,403", "key-viewer,200", "key-admin,200"})
        void onlyThoseWhoMayViewTheClient(String username, int status) {
            catalogueOf("shop-backend", realm.user(username)).statusCode(status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"nobody", "", "shop"})
        void noClientThatDoesNotExist(String clientId) {
            catalogueOf(clientId, realm.admin()).statusCode(400).body("errorMessage", containsString("clientId"));
        }
    }

    private static ValidatableResponse catalogue() {
        return catalogueOf("shop-backend", realm.admin()).statusCode(200);
    }

    private static ValidatableResponse catalogueOf(String clientId, RequestSpecification caller) {
        return caller.queryParam("clientId", clientId)
                .get(realm.adminUrl("/api-keys/scopes"))
                .then();
    }

    private static String scopesOf(String resource) {
        return "resources.find { it.resource == '" + resource + "' }.scopes";
    }
}
