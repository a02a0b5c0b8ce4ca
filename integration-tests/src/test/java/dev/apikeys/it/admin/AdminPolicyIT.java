package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertAllRefused;
import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a realm demands of every key, when it is made and when it is changed. */
class AdminPolicyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final AdminApi api = AdminApi.of(realm);
    private final CreatedKey older = api.created(NewKeys.named("From before the policy"));

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    @AfterEach
    void noPolicy() {
        api.changeSettings("{\"maxLifetime\":null,\"requireExpiry\":null,\"requireIp\":null}")
                .then()
                .statusCode(200);
    }

    private void demand(Map<String, Object> settings) {
        api.changeSettings(settings).then().statusCode(200);
    }

    private static Map<String, Object> expiringIn(Duration duration) {
        return NewKeys.with("expiresAt", Instant.now().plus(duration).toString());
    }

    @Nested
    class ALongestLifetime {

        @BeforeEach
        void isOneDay() {
            demand(Map.of("maxLifetime", DAY));
        }

        @Test
        void permitsWhatExpiresWithinIt() {
            api.create(expiringIn(Duration.ofHours(23))).then().statusCode(201);
        }

        @Test
        void refusesWhatExpiresLater() {
            Map<String, Object> key = expiringIn(Duration.ofHours(25));
            String echo = Instant.parse(String.valueOf(key.get("expiresAt")))
                    .truncatedTo(ChronoUnit.MILLIS)
                    .toString();
            assertRefused(api.create(key), "expiresAt", echo, "the longest lifetime of this realm");
        }

        @Test
        void refusesWhatNeverExpires() {
            assertRefused(
                    api.create(NewKeys.named("Eternal")), "expiresAt", "", "because this realm requires an expiry");
        }

        @Test
        void holdsForAChangedExpiry() {
            String within = Instant.now().plus(Duration.ofHours(23)).toString();
            api.update(older.id(), Map.of("expiresAt", within)).then().statusCode(200);
            assertRefused(
                    api.update(older.id(), Map.of("expiresAt", "2999-01-31T00:00:00Z")),
                    "expiresAt",
                    "2999-01-31T00:00:00Z",
                    "the longest lifetime of this realm");
        }

        @Test
        void isNotHeldAgainstAnOlderKeyWhoseExpiryStays() {
            api.update(older.id(), Map.of("name", "Renamed"))
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("Renamed"));
        }
    }

    @Nested
    class ARequiredExpiry {

        @BeforeEach
        void isOn() {
            demand(Map.of("requireExpiry", true));
        }

        @Test
        void permitsWhatExpiresEver() {
            api.create(NewKeys.with("expiresAt", "2999-01-31T00:00:00Z")).then().statusCode(201);
        }

        @Test
        void refusesWhatNeverExpires() {
            assertRefused(
                    api.create(NewKeys.with("expiresAt", null)),
                    "expiresAt",
                    "",
                    "an instant, because this realm requires an expiry");
        }

        @Test
        void cannotBeTakenAwayFromAKey() {
            String id = api.created(NewKeys.with("expiresAt", "2999-01-31T00:00:00Z"))
                    .id();
            assertRefused(
                    api.update(id, NewKeys.only("expiresAt", null)), "expiresAt", "", "this realm requires an expiry");
        }

        @Test
        void isNotHeldAgainstAnOlderKey() {
            api.update(older.id(), Map.of("description", "Still eternal"))
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class ARequiredAddress {

        @BeforeEach
        void isOn() {
            demand(Map.of("requireIp", true));
        }

        @Test
        void permitsAnyRestriction() {
            api.create(NewKeys.with("allowedIps", List.of("203.0.113.0/24")))
                    .then()
                    .statusCode(201);
        }

        @Test
        void refusesAKeyThatIsGoodEverywhere() {
            assertRefused(
                    api.create(NewKeys.with("allowedIps", List.of())),
                    "allowedIps",
                    "",
                    "at least one address or range, because this realm requires it");
            assertRefused(api.create(NewKeys.without("allowedIps")), "allowedIps", "", "at least one address");
        }

        @Test
        void cannotBeTakenAwayFromAKey() {
            String id = api.created(NewKeys.with("allowedIps", List.of("203.0.113.7")))
                    .id();
            assertRefused(
                    api.update(id, Map.of("allowedIps", List.of())),
                    "allowedIps",
                    "",
                    "because this realm requires it");
            api.update(id, Map.of("allowedIps", List.of("203.0.113.8"))).then().statusCode(200);
        }

        @Test
        void isNotHeldAgainstAnOlderKey() {
            api.update(older.id(), Map.of("name", "Renamed", "allowedIps", List.of()))
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class SeveralPolicies {

        @Test
        void areAllNamedInOneAnswer() {
            demand(Map.of("requireIp", true, "maxLifetime", DAY));
            assertAllRefused(api.create(NewKeys.named("Neither")), "expiresAt", "allowedIps");
        }
    }
}
