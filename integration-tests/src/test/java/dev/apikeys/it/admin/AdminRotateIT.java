package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another value for a key, at once or with an overlap. */
class AdminRotateIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);
    private final CreatedKey before = api.created(NewKeys.with("environment", "test"));

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    private void assertGood(String value) {
        api.introspect(value)
                .then()
                .body("active", equalTo(true))
                .body("api_key.id", equalTo(before.id()))
                .body("api_key.hint", equalTo(value.substring(8, 14)));
    }

    private void assertReplaced(String value) {
        api.introspect(value).then().body("active", equalTo(false)).body("error", equalTo("key_revoked"));
    }

    @Nested
    class WithoutAnOverlap {

        private final Response answer = api.act(before.id(), "rotate");
        private final CreatedKey after = CreatedKey.of(answer);

        @Test
        void theNewValueIsGoodAndTheOldOneIsNot() {
            assertThat(after.value()).matches("sk_test_[0-9A-Za-z]{38}").isNotEqualTo(before.value());
            assertGood(after.value());
            assertReplaced(before.value());
        }

        @Test
        void theAnswerIsTheKeyWithItsNewDisplayAndIsNotCached() {
            answer.then()
                    .statusCode(200)
                    .body("id", equalTo(before.id()))
                    .body("environment", equalTo("test"))
                    .body("version", equalTo(1))
                    .body("$", not(hasKey("overlapUntil")));
            assertThat(answer.<String>path("display")).startsWith(after.value().substring(0, 14) + "…");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }

        @Test
        void theValueIsNotShownAgain() {
            assertThat(api.read(before.id()).asString()).doesNotContain(after.value(), before.value(), "\"key\"");
        }
    }

    @Nested
    class WithAnOverlap {

        @Test
        void bothValuesAreGoodUntilItEnds() {
            Instant sent = Instant.now().minusSeconds(1);
            Response answer = api.rotate(before.id(), Map.of("overlap", 3600));
            CreatedKey after = CreatedKey.of(answer);
            assertGood(before.value());
            assertGood(after.value());
            assertThat(Instant.parse(answer.path("overlapUntil")))
                    .isBetween(sent.plusSeconds(3600), Instant.now().plusSeconds(3601));
        }

        @Test
        void theAnswersAboutTheOldValueMayNotBeCachedBeyondIt() {
            Response answer = api.rotate(before.id(), Map.of("overlap", 30));
            long end = Instant.parse(answer.path("overlapUntil")).getEpochSecond();
            assertThat(api.introspect(before.value()).<Integer>path("exp").longValue())
                    .isLessThanOrEqualTo(end);
        }

        @Test
        void theOldValueIsRefusedWhenItIsOver() {
            CreatedKey after = CreatedKey.of(api.rotate(before.id(), Map.of("overlap", 1)));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> api.introspect(before.value()).path("active").equals(false));
            assertReplaced(before.value());
            assertGood(after.value());
            api.read(before.id()).then().body("$", not(hasKey("overlapUntil")));
        }

        @Test
        void aFurtherRotationEndsTheOldestValueAtOnce() {
            CreatedKey second = CreatedKey.of(api.rotate(before.id(), Map.of("overlap", 3600)));
            CreatedKey third = CreatedKey.of(api.rotate(before.id(), Map.of("overlap", 3600)));
            api.introspect(before.value()).then().body("active", equalTo(false));
            assertGood(second.value());
            assertGood(third.value());
        }

        @Test
        void aFurtherRotationWithoutOneLeavesOnlyTheNewestValue() {
            CreatedKey second = CreatedKey.of(api.rotate(before.id(), Map.of("overlap", 3600)));
            CreatedKey third = CreatedKey.of(api.rotate(before.id(), Map.of("overlap", 0)));
            api.introspect(before.value()).then().body("active", equalTo(false));
            assertReplaced(second.value());
            assertGood(third.value());
        }

        @Test
        void revokingTheKeyEndsBothValues() {
            CreatedKey after = CreatedKey.of(api.rotate(before.id(), Map.of("overlap", 3600)));
            api.act(before.id(), "revoke");
            assertReplaced(before.value());
            assertReplaced(after.value());
        }
    }

    @Nested
    class ADisabledKey {

        @Test
        void canBeRotatedAndStaysDisabled() {
            api.act(before.id(), "disable");
            CreatedKey after = CreatedKey.of(api.act(before.id(), "rotate"));
            api.introspect(after.value()).then().body("error", equalTo("key_disabled"));
        }
    }

    @Nested
    class AnOverlapThatCannotBe {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-1",
                    "2592001",
                    "1.5",
                    "\"60\"",
                    "null",
                    "true",
                    "[60]",
                    "99999999999999999999",
                    "1E+999999999"
                })
        void isRefusedAndNothingIsRotated(String overlap) {
            String echo = overlap.equals("null") ? "" : overlap.replace("\"", "");
            assertRefused(
                    api.rotate(before.id(), "{\"overlap\":" + overlap + "}"),
                    "overlap",
                    echo,
                    "a whole number from 0 to 2592000");
            assertGood(before.value());
        }

        @Test
        void isRefusedByNameWhenTheFieldIsUnknown() {
            assertRefused(api.rotate(before.id(), Map.of("grace", 60)), "grace", "60", "no field of this name");
        }
    }

    @Nested
    class ManyRotations {

        @Test
        void leaveAsManyDifferentValuesOfWhichOneIsGood() {
            Set<String> values = new HashSet<>(List.of(before.value()));
            CreatedKey last = before;
            for (int i = 0; i < 5; i++) {
                last = CreatedKey.of(api.act(before.id(), "rotate"));
                values.add(last.value());
            }
            assertThat(values).hasSize(6);
            values.remove(last.value());
            assertThat(values)
                    .allSatisfy(value -> assertThat(api.introspect(value).<Boolean>path("active"))
                            .isFalse());
            assertGood(last.value());
        }
    }
}
