package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a list is ordered and cut into pages. */
class AdminListOrderIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    /** Four keys that come in another order by every field. */
    @BeforeAll
    static void createKeys() {
        AdminApi api = AdminApi.of(realm);
        String charlie = api.created(expiring("Charlie", 10)).id();
        String alpha = api.created(expiring("alpha", 30)).id();
        CreatedKey delta = KeyStates.createExpiring(api, NewKeys.named("delta"));
        api.created(NewKeys.named("Bravo"));
        api.act(alpha, "disable");
        api.act(charlie, "revoke");
        KeyStates.awaitExpiry(api, delta);
    }

    private static Map<String, Object> expiring(String name, int days) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "clientId",
                "shop-backend",
                "scopes",
                List.of("calls:read"),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(days)).toString()));
    }

    private List<String> names(Map<String, ?> query) {
        return api.list(query).then().statusCode(200).extract().path("name");
    }

    @Nested
    class TheOrder {

        @ParameterizedTest
        @CsvSource({
            "name,alpha Bravo Charlie delta",
            "status,Bravo alpha delta Charlie",
            "createdAt,Charlie alpha delta Bravo",
            "updatedAt,delta Bravo alpha Charlie",
            "expiresAt,delta Charlie alpha Bravo"
        })
        void followsTheFieldInBothDirections(String sort, String names) {
            List<String> ascending = Arrays.asList(names.split(" "));
            assertThat(names(Map.of("sort", sort))).isEqualTo(ascending);
            assertThat(names(Map.of("sort", sort, "direction", "asc"))).isEqualTo(ascending);
            List<String> descending = new ArrayList<>(ascending);
            Collections.reverse(descending);
            assertThat(names(Map.of("sort", sort, "direction", "desc"))).isEqualTo(descending);
        }

        @Test
        void isThatOfCreationWhenNothingIsSaid() {
            assertThat(names(Map.of())).containsExactly("Charlie", "alpha", "delta", "Bravo");
            assertThat(names(Map.of("direction", "desc"))).containsExactly("Bravo", "delta", "alpha", "Charlie");
        }

        @ParameterizedTest
        @ValueSource(strings = {"asc", "desc"})
        void isThatOfTheIdsWhereTheFieldIsEqual(String direction) {
            List<String> ids = api.list(Map.of("sort", "lastUsedAt", "direction", direction))
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("id");
            assertThat(ids).hasSize(4).isSorted();
        }
    }

    @Nested
    class APage {

        @ParameterizedTest
        @ValueSource(strings = {"name", "status", "createdAt", "updatedAt", "expiresAt", "lastUsedAt"})
        void goesOnWhereTheOneBeforeEnds(String sort) {
            List<String> paged = new ArrayList<>();
            for (int first = 0; first < 6; first += 3) {
                paged.addAll(names(Map.of("sort", sort, "first", first, "max", 3)));
            }
            assertThat(paged).hasSize(4).isEqualTo(names(Map.of("sort", sort)));
        }

        @Test
        void hasAsManyKeysAsAskedFor() {
            assertThat(names(Map.of("max", 1))).containsExactly("Charlie");
            assertThat(names(Map.of("first", 1, "max", 2))).containsExactly("alpha", "delta");
            assertThat(names(Map.of("max", 1000))).hasSize(4);
        }

        @Test
        void isEmptyBehindTheLastKey() {
            assertThat(names(Map.of("first", 4))).isEmpty();
            assertThat(names(Map.of("first", Integer.MAX_VALUE))).isEmpty();
        }

        @Test
        void isCutFromWhatTheFiltersLeave() {
            assertThat(names(Map.of("search", "a", "sort", "name", "first", 1, "max", 2)))
                    .containsExactly("Bravo", "Charlie");
        }
    }

    @Nested
    class TheFirstHundred {

        @Test
        void areThePageWhenNothingIsSaid() {
            realm.setAttribute("api-keys.max-active-per-client", "1000");
            KeyClients.create(realm, "busy");
            for (int i = 0; i < 101; i++) {
                Map<String, Object> key = NewKeys.named("busy " + i);
                key.put("clientId", "busy");
                api.created(key);
            }
            assertThat(names(Map.of("clientId", "busy"))).hasSize(100).doesNotContain("busy 100");
            assertThat(names(Map.of("clientId", "busy", "first", 100))).containsExactly("busy 100");
            assertThat(api.count(Map.of("clientId", "busy")).asString()).isEqualTo("101");
            realm.clients().delete("busy");
        }
    }
}
