package dev.apikeys.it.introspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.account.Organization;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What introspection and checks of keys ask of the database, as the database itself has written it down. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {

    private static final String DATABASE = "statements";
    private static final int CALLS = 200;

    /** Statements that Keycloak's own timers may send meanwhile: far less than one per call. */
    private static final int BACKGROUND = 20;

    /** So many refusals a minute are reported at most. */
    private static final int MOST_SAMPLES = 10;

    /** What is counted is written down now and then, on no request's path. */
    private static final Predicate<String> USAGE = Pattern.compile(
                    "^insert into api_key_(usage|last_used)\\b|for key share skip locked$")
            .asPredicate();

    private static final Predicate<String> WRITES =
            Pattern.compile("\\b(insert into|update|delete from|merge into)\\b").asPredicate();
    private static final Predicate<String> LOOKUPS =
            Pattern.compile("\\bfrom api_key_secret\\b").asPredicate();

    /** A list of all realms is a timer's: a request has one. */
    private static final Predicate<String> READS_OF_A_REQUEST = Pattern.compile(
                    "\\b(from|join) (?!realm re1_0$)(api_key|client|component|composite|credential|group|keycloak|protocol|realm|role|scope|user)")
            .asPredicate();

    private static final Predicate<String> EVENTS =
            Pattern.compile("^insert into event_entity\\b").asPredicate();

    private PostgresServer postgres;
    private KeycloakServer keycloak;
    private TestRealm realm;
    private Keys keys;

    @BeforeAll
    void start() {
        postgres = PostgresServer.startLogging();
        keycloak = KeycloakServer.start(
                ServerOptions.named("it-statements").withDatabase(postgres.createDatabase(DATABASE)));
        realm = TestRealm.onServer(keycloak, "demo-realm.json");
        realm.importNow();
        Keys.allowMany(realm);
        keys = new Keys(realm);
    }

    @AfterAll
    void stop() {
        keycloak.close();
        postgres.close();
    }

    @Nested
    class OfAKeyThatTheNodeRemembers {

        private final NewKey key = keys.create();

        @Test
        void thereAreNone() {
            use(key, CALLS);

            List<String> statements = during(() -> use(key, CALLS));

            assertThat(statements.stream().filter(USAGE.negate())).noneMatch(WRITES.or(READS_OF_A_REQUEST));
            assertThat(statements.stream().filter(USAGE.negate())).hasSizeLessThan(BACKGROUND);
        }

        @Test
        void theOnlyOneIsTheEventOfTheCallWhereTheRealmSavesEvents() {
            saveEvents(List.of("INTROSPECT_TOKEN"));
            try {
                use(key, CALLS);

                List<String> statements = during(() -> use(key, CALLS));

                assertThat(statements.stream().filter(EVENTS)).hasSize(CALLS);
                assertThat(statements.stream().filter(EVENTS.or(USAGE).negate()))
                        .noneMatch(WRITES.or(READS_OF_A_REQUEST));
            } finally {
                saveEvents(List.of("INTROSPECT_TOKEN_ERROR"));
            }
        }
    }

    @Nested
    class OfKeysOfAnOrganization {

        @Test
        void thereAreNoneEither() {
            Organization organization = Organization.create(realm, "acme");
            organization.createClient("acme-backend");
            organization.add("alice");
            NewKey clientKey = keys.create(Map.of("clientId", "acme-backend"));
            NewKey personal = keys.create(
                    Map.of("clientId", "acme-backend", "userId", realm.users().id("alice")));
            use(clientKey, CALLS);
            use(personal, CALLS);

            List<String> statements = during(() -> {
                use(clientKey, CALLS);
                use(personal, CALLS);
            });

            assertThat(statements.stream().filter(USAGE.negate())).noneMatch(WRITES.or(READS_OF_A_REQUEST));
            assertThat(statements.stream().filter(text -> text.contains("from org")))
                    .isEmpty();
            assertThat(statements.stream().filter(USAGE.negate())).hasSizeLessThan(BACKGROUND);
        }
    }

    @Nested
    class OfAKeyThatIsChecked {

        private final NewKey key = keys.create();

        /** The realm saves events; a good key leaves none. */
        @ParameterizedTest
        @ValueSource(strings = {"", "?token=true"})
        void thereAreNone(String query) {
            check(key, query, CALLS);

            List<String> statements = during(() -> check(key, query, CALLS));

            assertThat(statements.stream().filter(USAGE.negate())).noneMatch(WRITES.or(READS_OF_A_REQUEST));
            assertThat(statements.stream().filter(USAGE.negate())).hasSizeLessThan(BACKGROUND);
        }

        private void check(NewKey good, String query, int calls) {
            for (int call = 0; call < calls; call++) {
                given().auth()
                        .preemptive()
                        .basic("demo-api", "demo-api-secret")
                        .header("X-API-Key", good.value())
                        .get(realm.realmUrl("/api-keys/check" + query))
                        .then()
                        .statusCode(200);
            }
        }
    }

    @Nested
    class OfKeysThatTheNodeHasNotSeen {

        @Test
        void thereIsOneLookupForEach() {
            List<NewKey> fresh = Stream.generate(keys::create).limit(CALLS).toList();

            List<String> statements = during(() -> fresh.forEach(key -> use(key, 1)));

            assertThat(statements.stream().filter(LOOKUPS)).hasSize(CALLS);
            assertThat(statements.stream().filter(USAGE.negate())).noneMatch(WRITES);
        }
    }

    @Nested
    class OfAValueThatIsNoKeys {

        @Test
        void thereIsOneLookupHoweverOftenItIsTried() {
            NewKey gone = keys.create();
            realm.admin()
                    .delete(realm.adminUrl("/api-keys/" + gone.id()))
                    .then()
                    .statusCode(204);

            List<String> statements = during(() -> {
                for (int call = 0; call < CALLS; call++) {
                    keys.introspect(gone).then().body("", equalTo(Map.of("active", false)));
                }
            });

            assertThat(statements.stream().filter(LOOKUPS)).hasSize(1);
            assertThat(statements.stream().filter(EVENTS)).hasSizeLessThanOrEqualTo(MOST_SAMPLES);
            assertThat(statements.stream().filter(EVENTS.negate())).noneMatch(WRITES);
        }
    }

    private void use(NewKey key, int calls) {
        for (int call = 0; call < calls; call++) {
            keys.introspect(key).then().body("active", equalTo(true));
        }
    }

    /** In lower case. */
    private List<String> during(Runnable calls) {
        int before = postgres.statements(DATABASE).size();
        calls.run();
        List<String> all = postgres.statements(DATABASE);
        return all.subList(before, all.size()).stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
    }

    private void saveEvents(List<String> types) {
        realm.admin()
                .body(Map.of("eventsEnabled", true, "enabledEventTypes", types))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
    }
}
