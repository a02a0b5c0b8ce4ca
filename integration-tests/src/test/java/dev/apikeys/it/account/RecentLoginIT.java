package dev.apikeys.it.account;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.apikeys.it.support.FixedClaim;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the realm wants it, whoever gets a value has logged in lately ({@code api-keys.self-service-max-auth-age}). */
class RecentLoginIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String ENOUGH = "3600";

    @BeforeAll
    static void makeRoom() {
        Keys.allowMany(realm);
        client(
                "stale",
                List.of(fixedAuthTime(Instant.now().minusSeconds(7200).getEpochSecond())),
                List.of("profile", "roles"));
        client("absurd", List.of(fixedAuthTime(Long.MAX_VALUE)), List.of("profile", "roles"));
        client("silent", List.of(), List.of("profile", "roles"));
        client("fresh", List.of(), List.of("basic", "profile", "roles"));
    }

    private static void client(String clientId, List<?> mappers, List<String> scopes) {
        realm.clients()
                .create(Map.of(
                        "clientId",
                        clientId,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "redirectUris",
                        List.of(PageLogin.REDIRECT),
                        "defaultClientScopes",
                        scopes,
                        "protocolMappers",
                        mappers));
    }

    /** Stands in for a login at any time, in seconds since the epoch. */
    private static Map<String, ?> fixedAuthTime(long login) {
        return FixedClaim.mapper("auth_time", "auth_time", Long.toString(login), "long");
    }

    private static AccountApi alice(String clientId) {
        String token = realm.tokens()
                .request(Map.of(
                        "grant_type", "password", "client_id", clientId, "username", "alice", "password", "alice"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return AccountApi.with(realm, token);
    }

    private static void assertLoginWanted(Response answer) {
        answer.then()
                .statusCode(401)
                .header(
                        "WWW-Authenticate",
                        allOf(
                                startsWith("Bearer "),
                                containsString("error=\"insufficient_user_authentication\""),
                                containsString("max_age=\"3600\"")))
                .header("Cache-Control", containsString("no-store"))
                .body("error", equalTo("insufficient_user_authentication"))
                .body("max_age", equalTo(3600));
    }

    @Nested
    class ARealmThatSaysNothing {

        @Test
        void takesAnyLogin() {
            NewKey key = alice("stale").created(AccountApi.key());

            alice("silent").act(key.id(), "rotate").then().statusCode(200);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ARealmThatWantsARecentLogin {

        private final NewKey key =
                new Keys(realm).create(Map.of("userId", realm.users().id("alice")));

        @BeforeAll
        void want() {
            realm.setAttribute("api-keys.self-service-max-auth-age", ENOUGH);
        }

        @AfterAll
        void wantNoMore() {
            realm.setAttribute("api-keys.self-service-max-auth-age", "");
        }

        @Test
        void takesOneForCreateAndRotate() {
            AccountApi fresh = AccountApi.with(realm, PageLogin.accessToken(realm, "fresh", "alice"));
            fresh.created(AccountApi.key());
            fresh.act(key.id(), "rotate").then().statusCode(200);
        }

        @Test
        void refusesAnOlderOneAndOneThatTheTokenDoesNotTellOf() {
            for (String client : List.of("stale", "silent", "absurd")) {
                assertLoginWanted(alice(client).create(AccountApi.key()));
                assertLoginWanted(alice(client).act(key.id(), "rotate"));
            }
        }

        @Test
        void takesAnyForWhatHandsOutNoValue() {
            AccountApi stale = alice("stale");
            stale.list(Map.of()).then().statusCode(200);
            stale.read(key.id()).then().statusCode(200);
            stale.update(key.id(), Map.of("name", "Renamed")).then().statusCode(200);
            List.of("disable", "enable")
                    .forEach(action -> stale.act(key.id(), action).then().statusCode(200));
            NewKey doomed =
                    new Keys(realm).create(Map.of("userId", realm.users().id("alice")));
            stale.act(doomed.id(), "revoke").then().statusCode(200);
        }

        @Test
        void doesNotTellWhoMayNotChangeKeysAnyway() {
            AccountApi.of(realm, "alice")
                    .asNobody()
                    .create(AccountApi.key())
                    .then()
                    .statusCode(401);
            alice("stale")
                    .act("00000000-0000-4000-8000-000000000000", "rotate")
                    .then()
                    .statusCode(404);
        }
    }
}
