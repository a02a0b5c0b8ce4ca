package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client has at most ten active keys, whoever asks and however many ask at once. */
class AdminMaxActiveIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final int MOST = 10;

    private final AdminApi api = AdminApi.of(realm);
    private final String client = "client-" + UUID.randomUUID();

    @BeforeEach
    void createClient() {
        KeyClients.create(realm, client);
    }

    private Map<String, Object> key(String name) {
        Map<String, Object> key = NewKeys.named(name);
        key.put("clientId", client);
        return key;
    }

    private List<String> create(int keys) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            ids.add(api.created(key("Key " + i)).id());
        }
        return ids;
    }

    private List<String> createDisabled(int keys) {
        List<String> ids = create(keys);
        ids.forEach(id -> api.act(id, "disable").then().statusCode(200));
        return ids;
    }

    private void assertActive(int keys) {
        assertThat(api.count(Map.of("clientId", client, "status", "active")).asString())
                .isEqualTo(String.valueOf(keys));
    }

    private static void assertFull(Response response) {
        response.then()
                .statusCode(409)
                .body("errorMessage", containsString("10 active keys already"))
                .body("errorMessage", containsString("api-keys.max-active-per-client"));
    }

    @Nested
    class ParallelRequests {

        @Test
        void toCreateLeaveExactlyTen() {
            Map<Integer, Long> statuses = Parallel.statuses(50, i -> api.create(key("Key " + i)));
            assertThat(statuses).isEqualTo(Map.of(201, 10L, 409, 40L));
            assertActive(MOST);
            assertThat(api.count(Map.of("clientId", client)).asString()).isEqualTo("10");
        }

        @Test
        void toEnableLeaveExactlyTen() {
            List<String> disabled = createDisabled(8);
            create(5);
            Map<Integer, Long> statuses = Parallel.statuses(8, i -> api.act(disabled.get(i), "enable"));
            assertThat(statuses).isEqualTo(Map.of(200, 5L, 409, 3L));
            assertActive(MOST);
        }
    }

    @Nested
    class AFullClient {

        @Test
        void getsNoFurtherKeyUntilOneIsDeleted() {
            List<String> ids = create(MOST);
            assertFull(api.create(key("One too many")));
            api.delete(ids.get(0));
            api.create(key("Instead")).then().statusCode(201);
            assertFull(api.create(key("One too many")));
        }

        @Test
        void leavesOtherClientsTheirOwnTen() {
            create(MOST);
            api.create(NewKeys.named("Another client's")).then().statusCode(201);
        }

        @Test
        void canStillChangeAndRotateItsKeys() {
            String id = create(MOST).get(0);
            api.update(id, Map.of("name", "Renamed")).then().statusCode(200);
            api.act(id, "enable").then().statusCode(200);
            api.rotate(id, Map.of("overlap", 60)).then().statusCode(200);
        }

        @Test
        void cannotMakeADisabledKeyActiveInAnyWay() {
            String disabled = createDisabled(1).get(0);
            create(MOST);
            assertFull(api.act(disabled, "enable"));
            assertFull(api.update(disabled, Map.of("enabled", true)));
            assertActive(MOST);
        }

        @Test
        void cannotMakeAnExpiredKeyActive() {
            String expired = KeyStates.createExpired(api, key("Expired")).id();
            create(MOST);
            assertFull(api.update(expired, Map.of("expiresAt", "2999-01-31T00:00:00Z")));
            assertActive(MOST);
        }
    }

    @Nested
    class KeysThatDoNotCount {

        @Test
        void areDisabledRevokedAndExpiredOnes() {
            KeyStates.createExpired(api, key("Expired"));
            createDisabled(2);
            create(2).forEach(id -> api.act(id, "revoke").then().statusCode(200));
            create(MOST);
            assertFull(api.create(key("One too many")));
        }
    }

    @Nested
    class TheNumber {

        @Test
        void isASettingOfTheRealm() {
            api.changeSettings(Map.of("maxActivePerClient", 1)).then().statusCode(200);
            try {
                create(1);
                api.create(key("Second"))
                        .then()
                        .statusCode(409)
                        .body("errorMessage", containsString("1 active keys already"));
                api.changeSettings(Map.of("maxActivePerClient", 2)).then().statusCode(200);
                api.create(key("Second")).then().statusCode(201);
            } finally {
                api.changeSettings(NewKeys.only("maxActivePerClient", null))
                        .then()
                        .statusCode(200);
            }
        }
    }
}
